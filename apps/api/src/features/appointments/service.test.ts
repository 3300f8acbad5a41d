import { APPOINTMENT_STATUSES } from '@health-connect/contract/status';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAdmin, buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';
import { AuditModel } from '../../db/audit.js';
import { foundsCare } from './policy.js';
import { appointmentForConsult, careRelationshipIds, hasCareRelationship, recordPatientJoined } from './service.js';

const app = createTestApp();
const START = '2026-11-24T14:00:00Z';
beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

const session = (user: { id: string; role: 'patient' | 'doctor' | 'admin' | 'pharmacist' }) => ({
  id: user.id,
  role: user.role,
  name: 'Somebody',
  language: '',
});

describe('care relationship', () => {
  test.each(APPOINTMENT_STATUSES)('while their appointment is %s', async (status) => {
    const { doctor, patient } = await buildAppointment({ startsAt: START, status });
    const expected = foundsCare(status);
    expect(await hasCareRelationship(doctor.id, patient.id)).toBe(expected);
    expect(await hasCareRelationship(patient.id, doctor.id)).toBe(expected);
    expect(await careRelationshipIds(session(doctor))).toEqual(expected ? [patient.id] : []);
    expect(await careRelationshipIds(session(patient))).toEqual(expected ? [doctor.id] : []);
  });

  test('nobody has one with a stranger, or as an admin', async () => {
    const [{ doctor }, stranger, admin] = await Promise.all([
      buildAppointment({ startsAt: START }),
      buildPatient(),
      buildAdmin(),
    ]);
    expect(await hasCareRelationship(doctor.id, stranger.id)).toBe(false);
    expect(await careRelationshipIds(session(admin))).toEqual([]);
  });
});

describe('for the consult', () => {
  test('its two people get the appointment, all others "not found"', async () => {
    const appointment = await buildAppointment({ startsAt: START });
    for (const user of [appointment.doctor, appointment.patient]) {
      const found = await appointmentForConsult(session(user), appointment.id);
      expect(found.appointment._id.toString()).toBe(appointment.id);
    }
    for (const user of [await buildPatient(), await buildDoctor(), await buildAdmin()]) {
      await expect(appointmentForConsult(session(user), appointment.id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('who came cannot be marked as missed', async () => {
    const appointment = await buildAppointment({ startsAt: START });
    app.clock.set('2026-11-24T14:05:00Z');
    await recordPatientJoined(appointment.id);
    app.clock.set('2026-11-24T14:20:00Z');
    await recordPatientJoined(appointment.id);
    const stored = await AppointmentModel.findById(appointment.id).lean();
    expect(stored!.patientJoinedAt).toEqual(new Date('2026-11-24T14:05:00Z'));
    const reply = await app
      .as(appointment.doctor)
      .put(`/api/appointments/${appointment.id}`)
      .send({ status: 'no_show' });
    expect(reply.body.code).toBe('invalid_transition');
  });
});

test('an admin’s look at an appointment leaves a row in the audit', async () => {
  const [appointment, admin] = await Promise.all([
    buildAppointment({ startsAt: START, notes: 'Private' }),
    buildAdmin(),
  ]);
  const reply = await app.as(admin).get(`/api/appointments/${appointment.id}`);
  expect(reply.body.data).not.toHaveProperty('notes');
  const rows = await AuditModel.find({ subjectId: appointment.id }).lean();
  expect(rows).toMatchObject([{ action: 'appointment.view', actorRole: 'admin' }]);
});
