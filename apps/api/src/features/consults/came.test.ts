import { afterEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment } from '../../../test/factories.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { applyStep } from '../appointments/transitions.js';

const app = createTestApp();
afterEach(() => app.clock.release());

const change = (user: TestUser, id: string, body: object) => app.as(user).put(`/api/appointments/${id}`).send(body);

describe('FR-5: an appointment that the patient joined', () => {
  test('nobody cancels, moves or takes it away; the doctor completes it, and writes notes all along', async () => {
    const { id, doctor, patient, startsAt } = await buildAppointment();
    await (await app.socket(patient)).request('join-room', { appointmentId: id });
    const refused = () =>
      Promise.all([
        change(patient, id, { status: 'cancelled' }),
        change(doctor, id, { status: 'cancelled' }),
        change(doctor, id, { status: 'no_show' }),
        app.as(patient).delete(`/api/appointments/${id}`),
        app.as(doctor).delete(`/api/appointments/${id}`),
      ]);

    const early = await refused();
    app.clock.set(startsAt.getTime() + 20 * 60_000);
    for (const { status, body } of [...early, ...(await refused())]) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'invalid_transition' });
      expect(body.data).toMatchObject({ _id: id, status: 'scheduled' });
    }
    expect((await change(doctor, id, { notes: 'Seen.' })).body.data).toMatchObject({ notes: 'Seen.' });
    // Long after its window.
    app.clock.set(startsAt.getTime() + 5 * 24 * 3_600_000);
    expect((await change(doctor, id, { status: 'completed' })).body.data).toMatchObject({ status: 'completed' });
    expect((await change(doctor, id, { notes: 'Seen. Better.' })).status).toBe(200);
  });

  test.each(['doctor', 'patient'] as const)(
    'joined and cancelled by the %s at one moment: the first one counts',
    async (who) => {
      const appointments = await Promise.all(Array.from({ length: 8 }, () => buildAppointment()));
      await Promise.all(
        appointments.map(async (appointment) => {
          const phone = await app.socket(appointment.patient);
          const [joined, cancelled] = await Promise.all([
            phone.request('join-room', { appointmentId: appointment.id }),
            change(appointment[who], appointment.id, { status: 'cancelled' }),
          ]);
          const stored = (await AppointmentModel.findById(appointment.id).lean())!;
          const isCancelled = cancelled.status === 200;
          expect([cancelled.status, joined.ok]).toEqual(isCancelled ? [200, false] : [409, true]);
          expect(stored.status).toBe(isCancelled ? 'cancelled' : 'scheduled');
          expect(stored.patientJoinedAt === null).toBe(isCancelled);
        }),
      );
    },
  );

  test('a cancel that was judged before the patient came is refused by the write itself', async () => {
    const { id, patient } = await buildAppointment();
    const judged = (await AppointmentModel.findById(id).lean<AppointmentRecord>())!;
    const reply = await (await app.socket(patient)).request('join-room', { appointmentId: id });
    expect(reply.ok).toBe(true);
    expect(
      await applyStep(judged, { command: 'cancel', by: 'patient', actorId: patient.id, to: 'cancelled' }),
    ).toBeNull();
    expect(await AppointmentModel.findById(id).lean()).toMatchObject({ status: 'scheduled' });
  });
});

describe('notes', () => {
  test.each(['cancelled', 'no_show', 'completed', 'rescheduled'] as const)(
    'FR-5: can be written whatever became of the appointment: %s',
    async (status) => {
      const { id, doctor } = await buildAppointment({ status, startsAt: new Date(Date.now() - 86_400_000) });
      expect((await change(doctor, id, { notes: 'Rang the patient.' })).status).toBe(200);
    },
  );
});
