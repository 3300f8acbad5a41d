import type { AppointmentAbilities } from '@health-connect/contract/appointments';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '@health-connect/contract/status';
import { Types } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { abilitiesOf, canJoin, canReadNotes, canView, foundsCare, joinWindow, sideOf } from './policy.js';

const doctorId = new Types.ObjectId();
const patientId = new Types.ObjectId();
const doctor = { id: doctorId.toString(), role: 'doctor' } as const;
const patient = { id: patientId.toString(), role: 'patient' } as const;
const otherDoctor = { id: new Types.ObjectId().toString(), role: 'doctor' } as const;
const admin = { id: new Types.ObjectId().toString(), role: 'admin' } as const;
/** A doctor's id in the hands of a patient account opens nothing. */
const impostor = { id: doctorId.toString(), role: 'patient' } as const;

const startsAt = new Date('2026-11-24T14:00:00Z');
const endsAt = new Date('2026-11-24T14:30:00Z');
const before = Date.parse('2026-11-24T10:00:00Z');
const during = Date.parse('2026-11-24T14:16:00Z');

const appointment = (status: AppointmentStatus, fields: object = {}) => ({
  doctorId,
  patientId,
  startsAt,
  endsAt,
  status,
  mode: 'video' as const,
  rating: null,
  patientJoinedAt: null,
  answerBy: null,
  proposed:
    status === 'rescheduled'
      ? {
          startsAt: new Date('2026-11-25T14:00:00Z'),
          endsAt: new Date('2026-11-25T14:30:00Z'),
          timeZone: 'America/New_York',
          doctorCells: [],
          previousDoctorCells: [],
          answerBy: new Date('2026-11-25T13:00:00Z'),
          previousStatus: 'scheduled' as const,
        }
      : null,
  ...fields,
});

const allowed = (abilities: AppointmentAbilities) =>
  Object.entries(abilities)
    .filter(([, may]) => may)
    .map(([name]) => name);

describe('who sees an appointment', () => {
  test.each([
    ['its doctor', doctor, 'doctor', true, true],
    ['its patient', patient, 'patient', true, false],
    ['another doctor', otherDoctor, null, false, false],
    ['an admin', admin, null, true, false],
    ['an account of another role with the same id', impostor, null, false, false],
  ] as const)('%s', (_who, user, side, sees, readsNotes) => {
    expect(sideOf(user, appointment('scheduled'))).toBe(side);
    expect(canView(user, appointment('scheduled'))).toBe(sees);
    expect(canReadNotes(user, appointment('scheduled'))).toBe(readsNotes);
  });
});

describe('SM-1: what each may do, by status', () => {
  test.each([
    ['pending', ['confirm', 'cancel', 'reschedule', 'editNotes']],
    ['scheduled', ['cancel', 'reschedule', 'editNotes']],
    ['rescheduled', ['cancel', 'editNotes']],
    ['completed', ['editNotes']],
    ['cancelled', ['editNotes']],
    ['no_show', ['editNotes']],
  ] as const)('the doctor before the start: %s', (status, may) => {
    expect(allowed(abilitiesOf(doctor, appointment(status), before))).toEqual(may);
  });

  test.each([
    ['pending', ['cancel', 'reschedule', 'editReason']],
    ['scheduled', ['cancel', 'reschedule']],
    ['rescheduled', ['cancel', 'answer']],
    ['completed', ['review']],
    ['cancelled', []],
    ['no_show', []],
  ] as const)('the patient before the start: %s', (status, may) => {
    expect(allowed(abilitiesOf(patient, appointment(status), before))).toEqual(may);
  });

  test('from the start on the doctor completes, and after 15 minutes marks who did not come', () => {
    expect(allowed(abilitiesOf(doctor, appointment('scheduled'), during))).toEqual([
      'cancel',
      'reschedule',
      'complete',
      'markNoShow',
      'join',
      'editNotes',
    ]);
  });

  test.each(['scheduled', 'rescheduled'] as const)('from the start on the patient cancels nothing: %s', (status) => {
    const { cancel, reschedule } = abilitiesOf(patient, appointment(status), during);
    expect({ cancel, reschedule }).toEqual({ cancel: false, reschedule: false });
  });

  test('FR-5: once the patient was in the room it can only be completed, and notes can be written', () => {
    const came = appointment('scheduled', { patientJoinedAt: startsAt });
    expect(allowed(abilitiesOf(doctor, came, during))).toEqual(['complete', 'join', 'editNotes']);
    expect(allowed(abilitiesOf(patient, came, during))).toEqual(['join']);
    for (const user of [doctor, patient]) expect(abilitiesOf(user, came, before).cancel).toBe(false);
  });

  test('a review is written once', () => {
    expect(abilitiesOf(patient, appointment('completed', { rating: 5 }), during).review).toBe(false);
  });

  test.each(APPOINTMENT_STATUSES)('a stranger and an admin change nothing: %s', (status) => {
    for (const user of [otherDoctor, impostor, admin]) {
      expect(allowed(abilitiesOf(user, appointment(status), during))).toEqual([]);
    }
  });
});

describe('joining', () => {
  const { from, until } = joinWindow({ startsAt, endsAt });

  test('opens 15 minutes before the start and closes 60 after the end', () => {
    expect(from.toISOString()).toBe('2026-11-24T13:45:00.000Z');
    expect(until.toISOString()).toBe('2026-11-24T15:30:00.000Z');
  });

  test.each([
    ['a minute early', from.getTime() - 60_000, false],
    ['when it opens', from.getTime(), true],
    ['at the last moment', until.getTime(), true],
    ['after it closed', until.getTime() + 1, false],
  ])('%s', (_when, at, may) => {
    expect(canJoin(patient, appointment('scheduled'), at)).toBe(may);
  });

  test('only scheduled video appointments have a consult', () => {
    expect(canJoin(patient, appointment('scheduled', { mode: 'chat' }), during)).toBe(false);
    for (const status of APPOINTMENT_STATUSES.filter((other) => other !== 'scheduled')) {
      expect(canJoin(patient, appointment(status), during)).toBe(false);
    }
  });
});

test('pending to completed appointments found a care relationship; cancelled and missed ones do not', () => {
  expect(APPOINTMENT_STATUSES.filter(foundsCare)).toEqual(['pending', 'scheduled', 'rescheduled', 'completed']);
});
