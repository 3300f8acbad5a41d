import { beforeEach, expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildAppointment } from '../../test/factories.js';
import { listenTo, startListening } from '../lib/events.js';
import { AppointmentModel, type AppointmentRecord } from './appointments.js';
import { finishTelling, sweepOutboxes } from './outbox.js';

/** Everything that has a limit of time, and is not done, comes to it when the test says so. */
const limits = new Set<() => void>();
const pass = () => {
  for (const end of limits) end();
};
vi.mock('../lib/within.js', () => ({
  within: (_ms: number, answer: Promise<unknown>) =>
    new Promise((resolve, reject) => {
      const end = () => reject(new Error('late'));
      limits.add(end);
      answer.then(resolve, reject).finally(() => limits.delete(end));
    }),
}));
/** Only so many hang, and all others are done. */
const onlyHang = (count: number) => expect.poll(() => limits.size).toBe(count);

const app = createTestApp();
const NINE = '2026-11-24T14:00:00.000Z';
beforeEach(() => {
  limits.clear();
  app.clock.set('2026-11-23T12:00:00Z');
});

test('an answer waits for one limit, however many listeners hang; telling goes on without it', async () => {
  const { doctor, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
  const heard: string[] = [];
  const hangs = (name: string, isFirst: boolean) =>
    listenTo('appointment.changed', name, () => (heard.push(name), new Promise<void>(() => {})), { isFirst });
  const stop = startListening([hangs('stores', true), hangs('tells', false)]);

  const confirm = { status: 'scheduled' };
  const answer = app.as(doctor).put(`/api/appointments/${id}`).send(confirm).expect(200).then();
  await expect.poll(() => heard).toEqual(['stores']);
  // The listener, and the answer that waits for it.
  await onlyHang(2);
  pass();
  limits.clear();
  expect((await answer).body.data.status).toBe('scheduled');

  const all = finishTelling();
  await expect.poll(() => heard).toEqual(['stores', 'tells']);
  await onlyHang(1);
  pass();
  await all;
  stop();
  const { history, outbox } = await stored(id);
  expect(history[1]).toMatchObject({ dispatchedAt: null, waitingFor: ['stores', 'tells'] });
  expect(outbox.attempts).toBe(1);
});

test('a mark that the database never answers holds up no other, and its change is told again', async () => {
  const { doctor, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
  const heard: string[] = [];
  const hears = () => (heard.push('told'), Promise.resolve());
  const stop = startListening([listenTo('appointment.changed', 'hears', hears)]);
  const write = vi.spyOn(AppointmentModel, 'bulkWrite').mockReturnValueOnce(new Promise(() => {}) as never);

  await app.as(doctor).put(`/api/appointments/${id}`).send({ status: 'scheduled' }).expect(200);
  const all = finishTelling();
  await onlyHang(1);
  pass();
  await all;
  expect((await stored(id)).outbox.since).not.toBeNull();

  app.clock.advanceMinutes(1);
  await sweepOutboxes();
  stop();
  write.mockRestore();
  expect(heard).toEqual(['told', 'told']);
  expect((await stored(id)).outbox.since).toBeNull();
});

const stored = async (id: string) => (await AppointmentModel.findById(id).lean<AppointmentRecord>())!;
