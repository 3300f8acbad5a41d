import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildDoctor, buildPatient } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';
import { sweepOverdue } from './expire-overdue.js';

const app = createTestApp();
const HOUR_MS = 3_600_000;
const MADE = Date.parse('2026-11-23T12:00:00Z');

beforeEach(() => app.clock.set(MADE));

const change = (user: TestUser, id: string, body: object) => app.as(user).put(`/api/appointments/${id}`).send(body);

/** A request for 14:00 UTC so many days ahead, 09:00 in New York. */
async function request(days: number) {
  const [doctor, patient] = [await buildDoctor(), await buildPatient()];
  const startsAt = new Date(Date.parse('2026-11-23T14:00:00Z') + days * 24 * HOUR_MS).toISOString();
  const { body } = await app.as(patient).post('/api/appointments').send({ doctorId: doctor.id, startsAt });
  return { doctor, patient, startsAt, id: body.data._id as string, answerBy: body.data.answerBy as string };
}

describe('a request that its doctor does not answer', () => {
  test.each([
    ['two weeks ahead: 72 h', 14, '2026-11-26T12:00:00.000Z'],
    ['three days ahead: 48 h before its start', 3, '2026-11-24T14:00:00.000Z'],
    ['tomorrow: until its start', 1, '2026-11-24T14:00:00.000Z'],
  ])('made for %s', async (_when, days, answerBy) => {
    const made = await request(days);
    expect(made.answerBy).toBe(answerBy);

    app.clock.set(Date.parse(answerBy) - 1);
    await sweepOverdue();
    expect(await AppointmentModel.findById(made.id).lean()).toMatchObject({ status: 'pending' });

    app.clock.set(answerBy);
    const screens = await Promise.all([app.socket(made.patient), app.socket(made.doctor)]);
    await Promise.all([sweepOverdue(), sweepOverdue()]);
    for (const screen of screens) {
      const heard = await screen.next('appointment-changed', ({ status }) => status === 'cancelled');
      expect(heard.history.at(-1)).toMatchObject({ by: 'system', command: 'expire', to: 'cancelled' });
      expect(heard).not.toHaveProperty('answerBy');
    }
    const stored = await AppointmentModel.findById(made.id).lean();
    expect(stored!.history.map(({ command }) => command)).toEqual(['book', 'expire']);
    const free = await app.anonymous.get(
      `/api/doctors/${made.doctor.id}/slots?from=${made.startsAt.slice(0, 10)}&to=${made.startsAt.slice(0, 10)}`,
    );
    const starts = free.body.data.map(({ startsAt }: { startsAt: string }) => startsAt);
    expect(starts.includes(made.startsAt)).toBe(Date.parse(answerBy) < Date.parse(made.startsAt));
  });

  test('is over for whoever looks first, and can no longer be confirmed', async () => {
    const { id, doctor, patient } = await request(14);
    app.clock.set(MADE + 72 * HOUR_MS);
    const confirmed = await change(doctor, id, { status: 'scheduled' });
    expect({ status: confirmed.status, now: confirmed.body.data.status }).toEqual({ status: 409, now: 'cancelled' });
    expect((await app.as(patient).get('/api/appointments?status=pending')).body.data).toEqual([]);
  });

  test('has its time again when the patient moves it, or keeps it after a proposal', async () => {
    const [moved, declined] = [await request(14), await request(14)];
    app.clock.set(MADE + 60 * HOUR_MS);
    const another = new Date(Date.parse(moved.startsAt) + HOUR_MS).toISOString();
    const answerBy = new Date(MADE + 132 * HOUR_MS).toISOString();
    expect((await change(moved.patient, moved.id, { startsAt: another })).body.data).toMatchObject({ answerBy });
    await change(declined.doctor, declined.id, { startsAt: another });
    const kept = await change(declined.patient, declined.id, { proposal: 'decline' });
    expect(kept.body.data).toMatchObject({ status: 'pending', answerBy });
  });

  test('gives its place back at once', async () => {
    const { id, doctor, patient } = await request(14);
    const book = (days: number) =>
      app
        .as(patient)
        .post('/api/appointments')
        .send({ doctorId: doctor.id, date: `2026-12-${String(days).padStart(2, '0')}`, startTime: '10:00' });
    await Promise.all([book(10), book(11)]);
    expect((await book(12)).body.code).toBe('too_many_bookings');
    app.clock.set(MADE + 72 * HOUR_MS);
    expect((await book(12)).status).toBe(201);
    expect(await AppointmentModel.findById(id).lean()).toMatchObject({ status: 'cancelled' });
  });

  test('FR-10: one from before requests had a time to be answered has until its start', async () => {
    const { id, patient, startsAt } = await request(14);
    await AppointmentModel.collection.updateOne(
      { _id: (await AppointmentModel.findById(id))!._id },
      { $unset: { answerBy: '' } },
    );
    app.clock.set(Date.parse(startsAt) - 1);
    await sweepOverdue();
    const read = await app.as(patient).get(`/api/appointments/${id}`);
    expect(read.body.data).toMatchObject({ status: 'pending', answerBy: startsAt });
    app.clock.set(startsAt);
    await sweepOverdue();
    expect(await AppointmentModel.findById(id).lean()).toMatchObject({ status: 'cancelled' });
  });
});
