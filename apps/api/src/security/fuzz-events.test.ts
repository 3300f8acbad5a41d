import { CLIENT_EVENTS } from '@health-connect/contract/declarations';
import type { Fields } from '@health-connect/contract/fields';
import type { ClientEvent } from '@health-connect/contract/realtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { askAll, type Attempt, attemptsOn, type Payload, randomFrom, SEED } from '../../test/hostile.js';
import type { TestSocket } from '../../test/socket.js';
import { buildFixtures, missingId, openAppointment } from '../../test/fixtures.js';
import { countAll, watchWrites } from '../../test/written.js';
import { CallModel } from '../features/calls/model.js';

const app = createTestApp();
const declared = CLIENT_EVENTS.map(
  ({ declaration }) => [declaration.name as ClientEvent, declaration.payload] as const,
);
const random = randomFrom(SEED);
/** For each event, beyond the questions that every run asks. */
const BUDGET_MS = 500;
let anna: TestSocket;
let xavier: TestSocket;
let known: Payload;
let writes: ReturnType<typeof watchWrites>;

beforeAll(async () => {
  const { users, pairs } = await buildFixtures();
  const { id: appointmentId } = await openAppointment('annaXavier', pairs.annaXavier);
  anna = await app.socket(users.anna);
  xavier = await app.socket(users.xavier);
  for (const socket of [xavier, anna]) await socket.request('join-room', { appointmentId });
  known = { to: users.anna.id, from: users.anna.id, appointmentId, callId: missingId() };
  writes = watchWrites();
});
afterAll(() => writes.stop());

/** Counted again only after something was accepted. */
let stored: Awaited<ReturnType<typeof countAll>> | null = null;

/** Sends it as the doctor of a consult, and looks at the ack and at what was stored. */
async function ask(event: ClientEvent, { payload, isNever }: Attempt) {
  stored ??= await countAll();
  writes.take();
  const reply = await xavier.request(event, payload);
  const what = `${event} ${JSON.stringify(payload)?.slice(0, 300)} (FUZZ_SEED=${SEED})`;
  if (reply.ok) {
    expect(isNever, what).toBeFalsy();
    stored = null;
    return;
  }
  expect(['internal', 'unavailable'], what).not.toContain(reply.error.code);
  if (isNever) expect(reply.error.code, what).toBe('validation_failed');
  if (reply.error.code === 'validation_failed') expect(writes.take(), what).toEqual([]);
  // A call to somebody who is away or busy is one that they missed: it stays in the history.
  else if (event === 'call-user') stored = null;
  else expect(await countAll(), what).toEqual(stored);
}

describe('SEC-4: whatever a socket sends, it gets an answer and nothing refused is stored', () => {
  test('the events are known', () => expect(declared.length).toBeGreaterThan(10));

  test.each(declared)('%s', async (event, fields: Fields) => {
    stored = null;
    await CallModel.deleteMany({});
    const attempts = await attemptsOn(fields, known, random);
    const scalars = [null, 0, true, 'text', undefined].map((payload) => ({ payload, isCore: true }));
    await askAll([...attempts, ...scalars], random, BUDGET_MS, (attempt) => ask(event, attempt));
  });

  test('what is no request at all is passed over', async () => {
    const before = await countAll();
    const raw = anna.raw as unknown as { emit(...parts: unknown[]): void };
    for (const event of [
      ...declared.map(([name]) => name),
      'no-such-event',
      '__proto__',
      'constructor',
      'toString',
      '',
    ]) {
      raw.emit(event);
      raw.emit(event, { unknown: 1 }, 'not an ack', [], {});
      raw.emit(event, Buffer.from('bytes'));
      raw.emit(event, { _placeholder: true, num: 7 });
    }
    expect((await anna.request('presence-watch', { userIds: [] })).ok).toBe(true);
    expect(await countAll()).toEqual(before);
  });

  test('a frame beyond the limit costs its sender the connection, and nobody else', async () => {
    const closed = anna.closed();
    void anna.request('chat-message', { text: 'x'.repeat(200_000) }).catch(() => {});
    await closed;
    expect((await xavier.request('presence-watch', { userIds: [] })).ok).toBe(true);
    expect((await app.anonymous.get('/api/ready')).status).toBe(200);
    expect(({} as Record<string, unknown>).admin, 'a prototype was polluted').toBeUndefined();
  });
});
