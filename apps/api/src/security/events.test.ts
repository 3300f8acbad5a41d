import { CLIENT_EVENTS } from '@health-connect/contract/declarations';
import { beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, createTestApp } from '../../test/app.js';
import { type Actor, leaksIn, type Pair, PEOPLE, secretsIn } from '../../test/canaries.js';
import { connectSocket, type TestSocket } from '../../test/socket.js';
import { buildFixtures, missingId, openAppointment, type Fixtures } from '../../test/fixtures.js';
import { AppointmentModel } from '../db/appointments.js';
import { env } from '../env.js';
import { CallModel } from '../features/calls/model.js';
import { ConsultModel } from '../features/consults/model.js';
import { ConversationModel, MessageModel } from '../features/messages/model.js';
import { pairId } from '../features/messages/pair.js';
import { heardEvents } from '../realtime/on.js';
import { CONNECTED, type Connected, EVENT_TABLE, type Thing } from './event-table.js';

const app = createTestApp();
let fixtures: Fixtures;
let sockets: Record<Connected, TestSocket>;
const heard: { actor: Connected; event: string; payload: unknown }[] = [];
const deviceOf = (actor: Actor) => `device-of-${actor}`;

beforeAll(async () => {
  fixtures = await buildFixtures();
  const opened = CONNECTED.map(async (actor) => {
    const socket = await app.socket(fixtures.users[actor], { deviceId: deviceOf(actor) });
    socket.raw.onAny((event: string, payload: unknown) => heard.push({ actor, event, payload }));
    return [actor, socket] as const;
  });
  sockets = Object.fromEntries(await Promise.all(opened)) as typeof sockets;
});

type Row = (typeof EVENT_TABLE)[number];
type Column = 'hers' | 'other' | 'missing';
const COLUMNS: Column[] = ['hers', 'other', 'missing'];
const PAIR_OF = { hers: 'annaXavier', other: 'benYara', missing: 'annaXavier' } as const satisfies Record<Column, Pair>;

/** A socket hears in order: after this reply it has heard all that was sent to it before. */
const settled = () =>
  Promise.all(Object.values(sockets).map((socket) => socket.request('presence-watch', { userIds: [] })));

async function makeCall(pair: Pair, state: 'ringing' | 'connecting') {
  const { patient, doctor } = fixtures.pairs[pair];
  const isAccepted = state === 'connecting';
  const call = await CallModel.create({
    kind: 'call',
    callerId: patient._id,
    calleeId: doctor._id,
    participants: [patient._id, doctor._id],
    state,
    offer: isAccepted ? null : { type: 'offer', sdp: `canary-offer-${pair.toLowerCase()}` },
    callerDevice: deviceOf(PEOPLE[pair].patient),
    calleeDevice: isAccepted ? deviceOf(PEOPLE[pair].doctor) : null,
    answered: isAccepted,
    startedAt: new Date(),
    ringsUntil: new Date(Date.now() + 45_000),
  });
  return { id: call._id.toString(), peerId: '' };
}

/** The doctor is inside, the patient waits. */
async function makeConsult(pair: Pair) {
  const { id } = await openAppointment(pair, fixtures.pairs[pair]);
  const join = (actor: Connected) => sockets[actor].request('join-room', { appointmentId: id });
  await join(PEOPLE[pair].doctor);
  const waiting = await join(PEOPLE[pair].patient);
  if (!waiting.ok) throw new Error(`could not wait: ${waiting.error.code}`);
  return { id, peerId: waiting.data.self.peerId };
}

/** Both are inside. */
async function makeTalk(pair: Pair) {
  const { id, peerId } = await makeConsult(pair);
  await sockets[PEOPLE[pair].doctor].request('admit', { appointmentId: id, peerId });
  return { id, peerId };
}

const MAKE: Record<Thing, (pair: Pair) => Promise<{ id: string; peerId: string }>> = {
  patient: async (pair) => ({ id: fixtures.pairs[pair].patient.id, peerId: '' }),
  doctor: async (pair) => ({
    id: (pair === 'annaXavier' ? fixtures.pairs.annaXavier.doctor : fixtures.unlisted).id,
    peerId: '',
  }),
  'ringing call': (pair) => makeCall(pair, 'ringing'),
  'accepted call': (pair) => makeCall(pair, 'connecting'),
  'open visit': async (pair) => ({ id: (await openAppointment(pair, fixtures.pairs[pair])).id, peerId: '' }),
  consult: makeConsult,
  talk: makeTalk,
};

/** Whoever wrote to somebody in an earlier question is a stranger to them again. */
async function forget() {
  const { annaXavier, benYara } = fixtures.pairs;
  const strangers = [
    pairId(annaXavier.doctor.id, benYara.patient.id),
    pairId(benYara.doctor.id, annaXavier.patient.id),
  ];
  await Promise.all([
    CallModel.deleteMany({}),
    ConsultModel.deleteMany({}),
    ConversationModel.deleteMany({ _id: { $in: strangers } }),
    MessageModel.deleteMany({ conversationId: { $in: strangers } }),
  ]);
}

async function make(thing: Thing, column: Column) {
  await forget();
  const both = { annaXavier: await MAKE[thing]('annaXavier'), benYara: await MAKE[thing]('benYara') };
  return column === 'missing' ? { id: missingId(), peerId: 'nobody' } : both[PAIR_OF[column]];
}

/** One question, with who heard anything of it. Ids are made alike, so that answers can be compared. */
async function ask({ event, thing, payload }: Row, actor: Connected, column: Column) {
  const named = await make(thing, column);
  await settled();
  heard.length = 0;
  const reply = await sockets[actor].request(event, payload({ ...named, fixtures }));
  await settled();
  const concerned = [...heard];
  // Left alone it would stop by itself, in the middle of another question.
  if (event === 'typing-start') await sockets[actor].request('typing-stop', { to: named.id });
  const text = JSON.stringify(reply).replaceAll(named.id, '<id>');
  return { code: reply.ok ? 'ok' : reply.error.code, reply, text, heard: concerned };
}

test('every event is declared, heard and has a row', () => {
  const declared = new Set(CLIENT_EVENTS.map(({ declaration }) => declaration.name));
  expect(new Set(EVENT_TABLE.map(({ event }) => event))).toEqual(declared);
  expect(heardEvents).toEqual(declared);
});

test.each(['anonymous', 'suspended'] as const)('SEC-2: %s: no socket at all', async (actor) => {
  const cookie = actor === 'suspended' ? cookieOf(fixtures.users.suspended) : undefined;
  await expect(connectSocket(app.url(), { cookie, origin: env.publicUrl })).rejects.toThrow('unauthenticated');
});

describe('SEC-1: who may, and what they and others learn', () => {
  test.each(EVENT_TABLE.map((row) => [`${row.event} (${row.thing})`, row] as const))('%s', async (_, row) => {
    const answers = new Map<string, Awaited<ReturnType<typeof ask>>>();
    for (const column of COLUMNS)
      for (const actor of CONNECTED) answers.set(`${column} ${actor}`, await ask(row, actor, column));

    const codes = Object.fromEntries(
      COLUMNS.map((column) => [column, CONNECTED.map((actor) => answers.get(`${column} ${actor}`)!.code).join(' ')]),
    );
    expect(codes).toEqual({ hers: row.hers, other: row.other, missing: row.missing });

    for (const [cell, answer] of answers) {
      const [column, actor] = cell.split(' ') as [Column, Connected];
      const insiders: Connected[] = [PEOPLE[PAIR_OF[column]].patient, PEOPLE[PAIR_OF[column]].doctor];
      expect(leaksIn(answer.text, actor), cell).toEqual([]);
      expect(secretsIn(answer.reply), cell).toEqual([]);
      if (!insiders.includes(actor) && !mayKnow(row, actor))
        expect(answer.text, `${cell} tells that it exists`).toBe(answers.get(`missing ${actor}`)!.text);
      // A refusal is silent; what was done is heard by those it concerns and by nobody else.
      const audience = answer.code === 'ok' && column !== 'missing' ? [...insiders, actor] : [];
      expect(
        answer.heard.filter((item) => !audience.includes(item.actor)),
        `${cell} was heard`,
      ).toEqual([]);
      for (const item of answer.heard) expect(leaksIn(JSON.stringify(item.payload), item.actor), cell).toEqual([]);
    }
  });

  /** Listed doctors are known to every patient. */
  const mayKnow = ({ thing }: Row, actor: Connected) => thing === 'doctor' && actor === 'ben';

  test('what a doctor signals to a peer of another consult reaches nobody', async () => {
    const row = EVENT_TABLE.find(({ event }) => event === 'signal')!;
    expect((await ask(row, 'yara', 'hers')).heard).toEqual([]);
  });

  test('the appointments of the table are still what they were', async () => {
    expect(await AppointmentModel.countDocuments({ status: { $nin: ['scheduled', 'completed'] } })).toBe(0);
  });
});
