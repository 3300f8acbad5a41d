import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cookieOf, type TestUser } from '../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../test/factories.js';
import { type RealServer, startRealServer } from '../../test/real-server.js';
import { connectSocket } from '../../test/socket.js';
import { AppointmentModel, type AppointmentRecord } from '../db/appointments.js';
import { AuditModel } from '../db/audit.js';
import { connectDatabase, disconnectDatabase } from '../db/connect.js';
import { env } from '../env.js';
import { applyStep } from '../features/appointments/transitions.js';
import { listenTo, startListening } from '../lib/events.js';

const BACKLOG = 150;
const POLL = { timeout: 30_000, interval: 100 };

let dataDir = '';
let database: Awaited<ReturnType<typeof startEmbeddedMongo>>;
let servers: RealServer[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'outbox-'));
  database = await startEmbeddedMongo({ dataDir, durable: false });
  await connectDatabase(database.uri);
  const settings = { MONGODB_URI: database.uri };
  servers = await Promise.all([startRealServer(dataDir, settings), startRealServer(dataDir, settings)]);
  for (const server of servers) await server.noteEvents();
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await disconnectDatabase();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const waiting = () => AppointmentModel.countDocuments({ 'outbox.since': { $type: 'date' } });
const stored = async (id: string) => (await AppointmentModel.findById(id).lean<AppointmentRecord>())!;

const notes = () => mongoose.connection.collection('noted').find().toArray();

/** How often each event was told by a server. */
async function told(): Promise<number[]> {
  const counts = new Map<string, number>();
  for (const { event } of await notes()) counts.set(String(event), (counts.get(String(event)) ?? 0) + 1);
  return [...counts.values()];
}

const headersOf = (user: TestUser) => ({
  'Content-Type': 'application/json',
  Origin: env.publicUrl,
  Cookie: cookieOf(user),
});
const CANCELLED = JSON.stringify({ status: 'cancelled' });
const cancel = ({ url }: RealServer, user: TestUser, id: string) =>
  fetch(`${url}/api/appointments/${id}`, { method: 'PUT', headers: headersOf(user), body: CANCELLED });

async function takesConnections({ url }: RealServer): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const takes = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return takes;
}

const CANCEL = { command: 'cancel', by: 'patient', actorId: null, to: 'cancelled' } as const;

test(
  `two processes share ${BACKLOG} events that a third one left: each is told once`,
  { timeout: 120_000 },
  async () => {
    await Promise.all(servers.map((server) => server.noteEvents(2)));
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    // The third one listens, so it takes the lease of what it changes; and it is gone before it tells.
    const leave = startListening([listenTo('appointment.changed', 'the one that left', () => {})]);
    for (let index = 0; index < BACKLOG; index++) {
      const startsAt = new Date(Date.now() + 86_400_000 + index * 3_600_000);
      const { id } = await buildAppointment({ doctor, patient, startsAt });
      await applyStep(await stored(id), CANCEL);
    }
    leave();
    await Promise.all(servers.map((server) => server.advanceMinutes(1)));
    await expect.poll(waiting, POLL).toBe(0);
    const tellers = new Set((await notes()).map(({ by }) => by as number));
    expect([...tellers].toSorted()).toEqual(servers.map(({ pid }) => pid).toSorted());
    expect(await told()).toEqual(Array.from({ length: BACKLOG }, () => 1));
    const audited = await AuditModel.find({ action: 'appointment.cancel' }).lean();
    expect(new Set(audited.map(({ subjectId }) => String(subjectId))).size).toBe(BACKLOG);
    expect(audited).toHaveLength(BACKLOG);
  },
);

test('killed while it tells of a change: another process tells everyone', { timeout: 120_000 }, async () => {
  const [dying, other] = servers as [RealServer, RealServer];
  const { patient, doctor, id } = await buildAppointment({ startsAt: new Date(Date.now() + 86_400_000) });
  const socket = await connectSocket(other.url, { cookie: cookieOf(doctor), origin: env.publicUrl });
  await dying.hang();
  const answer = cancel(dying, patient, id).catch(() => 'none');
  await expect.poll(async () => (await stored(id)).status, POLL).toBe('cancelled');
  dying.kill();
  expect(await answer).toBe('none');
  expect([await waiting(), await told(), await AuditModel.countDocuments()]).toEqual([1, [], 0]);

  // Past the lease of the dead one.
  await other.advanceMinutes(1);
  await expect.poll(waiting, POLL).toBe(0);
  expect(await told()).toEqual([1]);
  expect(await AuditModel.find().lean()).toMatchObject([{ action: 'appointment.cancel', actorRole: 'patient' }]);
  expect(await socket.next('appointment-changed')).toMatchObject({ _id: id, status: 'cancelled' });
  socket.close();
});

test('what a request changes while its process stops is told by that process', { timeout: 120_000 }, async () => {
  const [stopping] = servers as [RealServer, RealServer];
  const { patient, id } = await buildAppointment({ startsAt: new Date(Date.now() + 86_400_000) });
  const headers = { ...headersOf(patient), 'Content-Length': CANCELLED.length, Expect: '100-continue' };
  const put = request(`${stopping.url}/api/appointments/${id}`, { method: 'PUT', headers, agent: false });
  put.flushHeaders();
  await once(put, 'continue');
  const stopped = stopping.stop();
  await expect.poll(() => takesConnections(stopping), POLL).toBe(false);
  put.end(CANCELLED);
  const [answer] = (await once(put, 'response')) as [IncomingMessage];
  answer.resume();
  await stopped;
  expect(answer.statusCode).toBe(200);
  expect(await notes()).toMatchObject([{ by: stopping.pid }]);
  expect([await waiting(), await AuditModel.countDocuments()]).toEqual([0, 1]);
});
