import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIVE_STATUSES } from '@health-connect/contract/status';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildDoctor, buildPatient } from '../../test/factories.js';
import {
  databaseDirOf,
  databasePidOf,
  databaseUriOf,
  type RealServer,
  startRealServer,
} from '../../test/real-server.js';
import { createTraffic, type Traffic } from '../../test/traffic.js';
import { AppointmentModel, type AppointmentRecord } from '../db/appointments.js';
import { AuditModel } from '../db/audit.js';
import { connectDatabase, disconnectDatabase } from '../db/connect.js';
import { ConversationModel, MessageModel, type MessageRecord } from '../features/messages/model.js';

/** A few in every test run; `KILLS=25` for the whole proof. */
const KILLS = Number(process.env['KILLS'] ?? 2);
const TIMEOUT = 60_000 + KILLS * 20_000;
/** A kill comes after so many acknowledged requests, with others on their way. */
const someAnswers = () => randomInt(20, 100);
/** So many more have to be acknowledged by the same server after its database was killed. */
const AFTERWARDS = 30;
const POLL = { timeout: 30_000, interval: 200 };
/** The database is started again five times a minute; a sixth kill would end it for good. */
const KILLS_OF_ONE_SERVER = 4;

let dataDir = '';
let server: RealServer | undefined;
let traffic: Traffic;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  const database = await startEmbeddedMongo({ dataDir: databaseDirOf(dataDir) });
  await connectDatabase(database.uri);
  const doctors = await Promise.all(Array.from({ length: 8 }, () => buildDoctor()));
  const patients = await Promise.all(Array.from({ length: 24 }, () => buildPatient()));
  await disconnectDatabase();
  await database.stop();
  traffic = createTraffic({ doctors, patients });
});

afterEach(async () => {
  await disconnectDatabase();
  await server?.stop();
  server = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

/** The records as they are now, read past the server. */
async function stored() {
  await connectDatabase(databaseUriOf(dataDir));
  const appointments = await AppointmentModel.find().sort({ startsAt: 1 }).lean<AppointmentRecord[]>();
  const messages = await MessageModel.find().sort({ conversationId: 1, seq: 1 }).lean<MessageRecord[]>();
  const conversations = await ConversationModel.find().lean();
  await disconnectDatabase();
  return { appointments, messages, lastSeqs: new Map(conversations.map(({ _id, lastSeq }) => [_id, lastSeq])) };
}

type Stored = Awaited<ReturnType<typeof stored>>;

/** What was acknowledged and is not there as it was acknowledged. */
function lost({ appointments, messages, lastSeqs }: Stored) {
  const appointmentIds = new Map(appointments.map(({ _id, idempotencyKey }) => [idempotencyKey, _id.toString()]));
  const seqs = new Map(messages.map(({ clientId, seq }) => [clientId, seq]));
  return [
    ...[...traffic.bookings].filter(([key, { _id }]) => appointmentIds.get(key) !== _id),
    ...[...traffic.messages].filter(([key, { seq }]) => seqs.get(key) !== seq),
    ...[...traffic.messages.values()].filter(({ pair, seq }) => (lastSeqs.get(pair) ?? 0) < seq),
  ];
}

/** Active appointments of one doctor, or of one patient, that begin before the one before has ended. */
function overlaps({ appointments }: Stored, side: 'doctorId' | 'patientId') {
  const ends = new Map<string, Date>();
  return appointments.filter((appointment) => {
    if (!ACTIVE_STATUSES.some((status) => status === appointment.status)) return false;
    const who = appointment[side].toString();
    const before = ends.get(who);
    ends.set(who, appointment.endsAt);
    return before !== undefined && appointment.startsAt < before;
  });
}

/** Messages whose number is not the next one of their conversation. */
function outOfTurn({ messages }: Stored) {
  const seqs = new Map<string, number>();
  return messages.filter(({ conversationId, seq }) => {
    const before = seqs.get(conversationId) ?? 0;
    seqs.set(conversationId, seq);
    return seq !== before + 1;
  });
}

/** Events that were not told, or not audited just once. Those of a process that was killed are told after its lease. */
async function untold(): Promise<string[]> {
  await connectDatabase(databaseUriOf(dataDir));
  await expect.poll(() => AppointmentModel.countDocuments({ 'outbox.since': { $type: 'date' } }), POLL).toBe(0);
  const appointments = await AppointmentModel.find({}, { history: 1 }).lean<AppointmentRecord[]>();
  const rows = await AuditModel.find({ eventId: { $type: 'objectId' } }).lean();
  await disconnectDatabase();
  const audited = rows.map(({ eventId }) => String(eventId));
  const events = appointments.flatMap(({ history }) => history).filter(({ id }) => id !== null);
  expect([audited.length, new Set(audited).size]).toEqual([events.length, events.length]);
  return events
    .filter(({ id, dispatchedAt }) => !dispatchedAt || !audited.includes(String(id)))
    .map(({ id }) => String(id));
}

async function verify() {
  const records = await stored();
  expect(lost(records)).toEqual([]);
  expect(overlaps(records, 'doctorId')).toEqual([]);
  expect(overlaps(records, 'patientId')).toEqual([]);
  expect(outOfTurn(records)).toEqual([]);
}

function report(what: string) {
  const { bookings, messages, statuses } = traffic;
  const away = statuses.get(503) ?? 0;
  process.stdout.write(
    `${KILLS} kills of ${what}: ${bookings.size} bookings and ${messages.size} messages acknowledged, none lost; ` +
      `${away} answered 503\n`,
  );
}

test(`${KILLS} kills of the API under load lose nothing acknowledged`, { timeout: TIMEOUT }, async () => {
  server = await startRealServer(dataDir);
  for (let kill = 0; kill < KILLS; kill++) {
    const running = server;
    const enough = someAnswers();
    await traffic.send(running.url, (acknowledged) => {
      if (acknowledged === enough) running.kill();
    });
    await running.ended;

    server = await startRealServer(dataDir);
    await verify();
  }
  await server!.advanceMinutes(1);
  expect(await untold()).toEqual([]);
  expect([...traffic.statuses.keys()].filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
  report('the API');
});

test(`${KILLS} kills of its database under load: 503 meanwhile, then it goes on`, { timeout: TIMEOUT }, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % KILLS_OF_ONE_SERVER === 0) {
      await server?.stop();
      server = await startRealServer(dataDir);
    }
    const running = server!;
    const enough = someAnswers();
    const pid = await databasePidOf(dataDir);
    await traffic.send(running.url, (acknowledged) => {
      if (acknowledged === enough) process.kill(pid, 'SIGKILL');
      if (acknowledged === enough + AFTERWARDS) return 'stop';
    });
    expect(running.isAlive()).toBe(true);
    expect(await databasePidOf(dataDir)).not.toBe(pid);
    await verify();
  }
  await server!.advanceMinutes(1);
  expect(await untold()).toEqual([]);
  expect([...traffic.statuses.keys()].filter((status) => ![200, 201, 409, 503].includes(status))).toEqual([]);
  expect(traffic.statuses.get(503)).toBeGreaterThan(0);
  report('the database');
});
