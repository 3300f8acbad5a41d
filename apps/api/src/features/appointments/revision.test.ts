import { beforeEach, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';

const app = createTestApp();
const NINE = '2026-11-24T14:00:00.000Z';

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

const write = (doctor: TestUser, id: string, body: object) => app.as(doctor).put(`/api/appointments/${id}`).send(body);
const storedOf = (id: string) => AppointmentModel.findById(id).lean();

test('FR-4: two editors from one revision: the second gets 409 with the current text', async () => {
  const { id, doctor, patient } = await buildAppointment({ startsAt: NINE });
  const first = await write(doctor, id, { notes: 'Rash on both arms.', revision: 0 });
  expect(first.body.data).toMatchObject({ notes: 'Rash on both arms.', revision: 1 });

  const second = await write(doctor, id, { notes: 'Itching.', summary: 'Use the cream.', revision: 0 });
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({ code: 'stale_revision', data: { notes: 'Rash on both arms.', revision: 1 } });
  expect(await storedOf(id)).toMatchObject({ notes: 'Rash on both arms.', summary: '', revision: 1 });

  const merged = { notes: 'Rash on both arms.\nItching.', summary: 'Use the cream.', revision: 1 };
  expect((await write(doctor, id, merged)).body.data).toMatchObject({ ...merged, revision: 2 });
  const forPatient = (await app.as(patient).get(`/api/appointments/${id}`)).body.data;
  expect(forPatient).not.toHaveProperty('revision');
});

test('eight editors at the same moment: one is stored, the others get its text', async () => {
  const { id, doctor } = await buildAppointment({ startsAt: NINE, notes: 'Mild asthma.' });
  const words = Array.from({ length: 8 }, (_, index) => `Text ${index}`);
  const replies = await Promise.all(words.map((notes) => write(doctor, id, { notes, revision: 0 })));
  const winner = words[replies.findIndex(({ status }) => status === 200)];
  const losers = replies.filter(({ status }) => status !== 200);
  expect(losers).toHaveLength(7);
  for (const { body } of losers) {
    expect(body).toMatchObject({ code: 'stale_revision', data: { notes: winner, revision: 1 } });
  }
  expect(await storedOf(id)).toMatchObject({ notes: winner, revision: 1 });
});

test('the same words again, after a lost answer, are the same write, an addendum too', async () => {
  const { id, doctor } = await buildAppointment({ startsAt: NINE, notes: 'Mild asthma.' });
  const body = { notes: 'Mild asthma. Seen again.', revision: 0 };
  await write(doctor, id, body);
  expect((await write(doctor, id, body)).body.data).toMatchObject({ notes: body.notes, revision: 1 });

  app.clock.set(NINE);
  await write(doctor, id, { status: 'completed' });
  const addendum = { notes: 'Also hay fever.', revision: 1 };
  const once = await write(doctor, id, addendum);
  expect(once.body.data.revision).toBe(2);
  expect((await write(doctor, id, addendum)).body.data).toMatchObject({ notes: once.body.data.notes, revision: 2 });
});

test('who names no revision may add to what is there and replaces nothing', async () => {
  const { id, doctor } = await buildAppointment({ startsAt: NINE, summary: 'Rest.' });
  expect((await write(doctor, id, { notes: 'Rash.' })).status).toBe(200);
  expect((await write(doctor, id, { notes: 'Rash. Both arms.', summary: 'Rest. Drink.' })).status).toBe(200);
  const refused = await write(doctor, id, { notes: 'Other words.' });
  expect(refused.body).toMatchObject({ code: 'stale_revision', data: { notes: 'Rash. Both arms.', revision: 2 } });
});

test('FR-10: a document stored before revisions reads as 0 and is written on 0', async () => {
  const { id, doctor } = await buildAppointment({ startsAt: NINE, notes: 'Old.' });
  await AppointmentModel.collection.updateOne({ notes: 'Old.' }, { $unset: { revision: '' } });
  expect((await app.as(doctor).get(`/api/appointments/${id}`)).body.data.revision).toBe(0);
  const reply = await write(doctor, id, { notes: 'New.', revision: 0 });
  expect(reply.body.data).toMatchObject({ notes: 'New.', revision: 1 });
});
