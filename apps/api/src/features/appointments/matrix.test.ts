import { APPOINTMENT_STATUSES, type AppointmentStatus } from '@health-connect/contract/status';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAdmin, buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';

const app = createTestApp();
/** Tuesday 09:00 in New York; the other time that is proposed, and one to move to. */
const START = '2026-11-24T14:00:00Z';
const PROPOSED = new Date('2026-11-26T14:00:00Z');
const OTHER = '2026-11-25T16:00:00Z';
const BEFORE = '2026-11-23T12:00:00Z';
const EARLY = '2026-11-24T13:50:00Z';
const CAME = { patientJoinedAt: new Date(EARLY) };
const DURING = '2026-11-24T14:20:00Z';

const COMMANDS = {
  confirm: { by: 'doctor', body: { status: 'scheduled' } },
  complete: { by: 'doctor', body: { status: 'completed' } },
  mark_no_show: { by: 'doctor', body: { status: 'no_show' } },
  propose: { by: 'doctor', body: { startsAt: OTHER } },
  doctor_cancel: { by: 'doctor', body: { status: 'cancelled' } },
  move: { by: 'patient', body: { startsAt: OTHER } },
  accept: { by: 'patient', body: { proposal: 'accept' } },
  decline: { by: 'patient', body: { proposal: 'decline' } },
  patient_cancel: { by: 'patient', body: { status: 'cancelled' } },
} as const;
type Name = keyof typeof COMMANDS;
const NAMES = Object.keys(COMMANDS) as Name[];

type Cells = Partial<Record<AppointmentStatus, Partial<Record<Name, AppointmentStatus>>>>;

/** Every cell that succeeds, with the status it leads to; all others are 409. */
const BEFORE_START: Cells = {
  pending: {
    confirm: 'scheduled',
    propose: 'rescheduled',
    doctor_cancel: 'cancelled',
    move: 'pending',
    patient_cancel: 'cancelled',
  },
  scheduled: { propose: 'rescheduled', doctor_cancel: 'cancelled', move: 'pending', patient_cancel: 'cancelled' },
  rescheduled: { doctor_cancel: 'cancelled', accept: 'scheduled', decline: 'scheduled', patient_cancel: 'cancelled' },
};
const AFTER_START: Cells = {
  scheduled: {
    complete: 'completed',
    mark_no_show: 'no_show',
    propose: 'rescheduled',
    doctor_cancel: 'cancelled',
  },
  rescheduled: { doctor_cancel: 'cancelled', accept: 'scheduled', decline: 'scheduled' },
};

/** FR-5: from then on it can only be completed. */
const JOINED: Cells = { scheduled: { complete: 'completed' } };

const cells = (table: Cells, statuses: readonly AppointmentStatus[]) =>
  statuses.flatMap((status) => NAMES.map((name) => [status, name, table[status]?.[name] ?? null] as const));

function build(status: AppointmentStatus, fields: Partial<AppointmentRecord> = {}) {
  const proposed = {
    startsAt: PROPOSED,
    endsAt: new Date(PROPOSED.getTime() + 30 * 60_000),
    timeZone: 'America/New_York',
    doctorCells: [1, 2, 3],
    previousDoctorCells: [4, 5, 6],
    answerBy: new Date(PROPOSED.getTime() - 60 * 60_000),
    previousStatus: 'scheduled' as const,
  };
  return buildAppointment({ startsAt: START, status, ...(status === 'rescheduled' && { proposed }), ...fields });
}

describe.each([
  ['the day before', BEFORE, BEFORE_START, {}],
  ['20 minutes after the start', DURING, AFTER_START, {}],
  ['20 minutes after the start, the patient was in the room', DURING, JOINED, CAME],
  ['10 minutes before the start, the patient is in the room', EARLY, {}, CAME],
] as const)('SM-1: %s', (_when, clock, table, fields) => {
  const statuses = fields === CAME ? (['scheduled'] as const) : APPOINTMENT_STATUSES;
  test.each(cells(table, statuses))('%s, %s: %s', async (status, name, expected) => {
    app.clock.set(clock);
    const appointment = await build(status, fields);
    const { by, body } = COMMANDS[name];
    const reply = await app.as(appointment[by]).put(`/api/appointments/${appointment.id}`).send(body);

    const stored = await AppointmentModel.findById(appointment.id).lean();
    if (expected) {
      expect(reply.status).toBe(200);
      expect(reply.body.data.status).toBe(expected);
      expect(stored!.status).toBe(expected);
    } else {
      expect(reply.status).toBe(409);
      expect(reply.body.code).toBe('invalid_transition');
      expect(reply.body.data).toMatchObject({ _id: appointment.id, status: stored!.status });
      expect(stored!.startsAt).toEqual(appointment.startsAt);
    }
  });
});

describe('the wrong person', () => {
  test.each(NAMES)('SM-4: %s by another doctor or patient is "not found", and nothing changes', async (name) => {
    app.clock.set(DURING);
    const { by, body } = COMMANDS[name];
    const [appointment, stranger] = await Promise.all([
      build('scheduled'),
      by === 'doctor' ? buildDoctor() : buildPatient(),
    ]);
    const reply = await app.as(stranger).put(`/api/appointments/${appointment.id}`).send(body);
    const missing = await app.as(stranger).put('/api/appointments/ffffffffffffffffffffffff').send(body);
    expect(reply.status).toBe(404);
    expect({ ...reply.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    expect(await AppointmentModel.findById(appointment.id).lean()).toMatchObject({
      status: 'scheduled',
      startsAt: appointment.startsAt,
    });
  });

  test('an admin reads, and changes nothing', async () => {
    app.clock.set(BEFORE);
    const [appointment, admin] = await Promise.all([build('pending'), buildAdmin()]);
    expect((await app.as(admin).get(`/api/appointments/${appointment.id}`)).status).toBe(200);
    const change = await app.as(admin).put(`/api/appointments/${appointment.id}`).send({ status: 'cancelled' });
    expect(change.status).toBe(403);
  });
});
