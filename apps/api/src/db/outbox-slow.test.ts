import { beforeEach, expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildAppointment } from '../../test/factories.js';
import { listenTo, startListening } from '../lib/events.js';
import { AppointmentModel, type AppointmentRecord } from './appointments.js';
import { finishTelling } from './outbox.js';

/** Everything that has a limit of time comes to it when the test says so. */
const limits: (() => void)[] = [];
const pass = () => limits.splice(0).forEach((end) => end());
vi.mock('../lib/within.js', () => ({
  within: (_ms: number, answer: Promise<unknown>) =>
    new Promise((resolve, reject) => {
      limits.push(() => reject(new Error('late')));
      answer.then(resolve, reject);
    }),
}));

const app = createTestApp();
const NINE = '2026-11-24T14:00:00.000Z';
beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

test('an answer waits for one limit, however many listeners hang; telling goes on without it', async () => {
  const { doctor, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
  const heard: string[] = [];
  const hangs = (name: string, isFirst: boolean) =>
    listenTo('appointment.changed', name, () => (heard.push(name), new Promise<void>(() => {})), { isFirst });
  const stop = startListening([hangs('stores', true), hangs('tells', false)]);

  const confirm = { status: 'scheduled' };
  const answer = app.as(doctor).put(`/api/appointments/${id}`).send(confirm).expect(200).then();
  await expect.poll(() => heard).toEqual(['stores']);
  pass();
  expect((await answer).body.data.status).toBe('scheduled');

  const all = finishTelling();
  await expect.poll(() => heard).toEqual(['stores', 'tells']);
  pass();
  await all;
  stop();
  const { history, outbox } = (await AppointmentModel.findById(id).lean<AppointmentRecord>())!;
  expect(history[1]).toMatchObject({ dispatchedAt: null, waitingFor: ['stores', 'tells'] });
  expect(outbox.attempts).toBe(1);
});
