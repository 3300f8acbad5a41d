import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildPatient } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';
import { sweepOverdue } from './expire-overdue.js';

const app = createTestApp();
/** Tuesday 09:00 and 11:00, Wednesday 11:00 in New York. */
const NINE = '2026-11-24T14:00:00.000Z';
const ELEVEN = '2026-11-24T16:00:00.000Z';
const WEDNESDAY = '2026-11-25T16:00:00.000Z';

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

const change = (user: TestUser, id: string, body: object) => app.as(user).put(`/api/appointments/${id}`).send(body);
const book = (user: TestUser, doctor: TestUser, startsAt: string) =>
  app.as(user).post('/api/appointments').send({ doctorId: doctor.id, startsAt });
const startsOf = async (doctor: TestUser, date: string): Promise<string[]> => {
  const reply = await app.anonymous.get(`/api/doctors/${doctor.id}/slots?from=${date}&to=${date}`);
  return reply.body.data.map((slot: { startsAt: string }) => slot.startsAt);
};

describe('a proposal', () => {
  const propose = async (status: 'pending' | 'scheduled' = 'scheduled') => {
    const appointment = await buildAppointment({ startsAt: NINE, status });
    const reply = await change(appointment.doctor, appointment.id, {
      startsAt: WEDNESDAY,
      comment: 'Operating that day',
    });
    expect(reply.body.data).toMatchObject({
      status: 'rescheduled',
      startsAt: NINE,
      proposed: { startsAt: WEDNESDAY, date: '2026-11-25', startTime: '11:00', answerBy: '2026-11-25T15:00:00.000Z' },
      history: [{}, { command: 'propose', by: 'doctor', reason: 'Operating that day' }],
    });
    return appointment;
  };

  test('an answer to one proposal never takes the next one, which was made meanwhile', async () => {
    const { id, doctor, patient } = await propose();
    const write = AppointmentModel.findOneAndUpdate.bind(AppointmentModel) as (...args: unknown[]) => {
      lean(): unknown;
    };
    vi.spyOn(AppointmentModel, 'findOneAndUpdate').mockImplementationOnce(((...args: unknown[]) => ({
      // Judged, not stored yet: on another device the patient declines, and the doctor proposes another time.
      lean: async () => {
        expect((await change(patient, id, { proposal: 'decline' })).status).toBe(200);
        expect((await change(doctor, id, { startsAt: ELEVEN })).status).toBe(200);
        return write(...args).lean();
      },
    })) as never);
    const answer = await change(patient, id, { proposal: 'accept' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'invalid_transition',
      data: { status: 'rescheduled', startsAt: NINE, proposed: { startsAt: ELEVEN } },
    });
    expect(await startsOf(doctor, '2026-11-25')).toContain(WEDNESDAY);
  });

  test('holds both times until it is answered', async () => {
    const { doctor } = await propose();
    expect(await startsOf(doctor, '2026-11-24')).not.toContain(NINE);
    expect(await startsOf(doctor, '2026-11-25')).not.toContain(WEDNESDAY);
    for (const time of [NINE, WEDNESDAY]) {
      expect((await book(await buildPatient(), doctor, time)).body.code).toBe('slot_taken');
    }
  });

  test('accepted: it is scheduled at the new time and the old one is free', async () => {
    const { id, doctor, patient } = await propose();
    const reply = await change(patient, id, { proposal: 'accept' });
    expect(reply.body.data).toMatchObject({ status: 'scheduled', startsAt: WEDNESDAY, startTime: '11:00' });
    expect(reply.body.data).not.toHaveProperty('proposed');
    expect(await startsOf(doctor, '2026-11-24')).toContain(NINE);
    expect((await book(await buildPatient(), doctor, WEDNESDAY)).body.code).toBe('slot_taken');
  });

  test.each(['pending', 'scheduled'] as const)('declined: it is %s again and the new time is free', async (status) => {
    const { id, doctor, patient } = await propose(status);
    const reply = await change(patient, id, { proposal: 'decline' });
    expect(reply.body.data).toMatchObject({ status, startsAt: NINE });
    expect(await startsOf(doctor, '2026-11-25')).toContain(WEDNESDAY);
    expect((await book(await buildPatient(), doctor, NINE)).body.code).toBe('slot_taken');
  });

  test('a time that another appointment holds cannot be proposed', async () => {
    const appointment = await buildAppointment({ startsAt: NINE });
    await buildAppointment({ doctor: appointment.doctor, startsAt: ELEVEN });
    const reply = await change(appointment.doctor, appointment.id, { startsAt: ELEVEN });
    expect(reply.body.code).toBe('slot_taken');
    expect(await AppointmentModel.findById(appointment.id).lean()).toMatchObject({
      status: 'scheduled',
      proposed: null,
    });
  });

  test('unanswered when the new time comes near it lapses, whoever reads it first', async () => {
    const [seen, swept] = await Promise.all([propose(), propose()]);
    app.clock.set('2026-11-25T15:00:00Z');
    const read = await app.as(seen.patient).get(`/api/appointments/${seen.id}`);
    expect(read.body.data).toMatchObject({ status: 'scheduled', startsAt: NINE });
    expect((await change(seen.patient, seen.id, { proposal: 'accept' })).body.code).toBe('invalid_transition');

    await Promise.all([sweepOverdue(), sweepOverdue()]);
    const stored = await AppointmentModel.findById(swept.id).lean();
    expect(stored).toMatchObject({ status: 'scheduled', proposed: null });
    expect(stored!.history.map(({ command }) => command)).toEqual(['book', 'propose', 'expire']);
  });
});

describe('what time does', () => {
  test('a request that nobody answered is cancelled at its start, once, and both hear of it', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const screen = await app.socket(appointment.patient);
    app.clock.set(NINE);
    await Promise.all([
      sweepOverdue(),
      sweepOverdue(),
      app.as(appointment.doctor).get(`/api/appointments/${appointment.id}`),
    ]);
    expect(await screen.next('appointment-changed')).toMatchObject({ status: 'cancelled' });
    const stored = await AppointmentModel.findById(appointment.id).lean();
    expect(stored!.history.slice(1)).toMatchObject([
      { command: 'expire', by: 'system', from: 'pending', to: 'cancelled' },
    ]);
  });

  test('a list shows nothing as pending that is over', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
    app.clock.set(NINE);
    const pending = await app.as(appointment.patient).get('/api/appointments?status=pending');
    expect(pending.body.data).toEqual([]);
    const all = await app.as(appointment.patient).get('/api/appointments');
    expect(all.body.data).toMatchObject([{ _id: appointment.id, status: 'cancelled' }]);
  });
});
