import { Types } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { closedBy, whyNotOpen } from './policy.js';

const doctorId = new Types.ObjectId();
const startsAt = new Date('2026-11-24T09:00:00Z');
const appointment = {
  doctorId,
  patientId: new Types.ObjectId(),
  status: 'scheduled' as const,
  mode: 'video' as const,
  startsAt,
  endsAt: new Date('2026-11-24T09:30:00Z'),
  proposed: null,
  patientJoinedAt: null,
  answerBy: null,
  rating: null,
};
const doctor = { id: doctorId.toString(), role: 'doctor' as const, name: 'Dr. Lee', language: '' };
const at = (time: string) => new Date(`2026-11-24T${time}Z`).getTime();

describe('ROOM-1, ROOM-2: when a consult is open, and why not', () => {
  test.each([
    ['15 minutes before the start', {}, '08:45:00', null],
    ['a second earlier', {}, '08:44:59', 'opens_later'],
    ['an hour after the end', {}, '10:30:00', null],
    ['a second later', {}, '10:30:01', 'consult_over'],
    ['pending', { status: 'pending' }, '09:00:00', 'not_confirmed'],
    ['cancelled', { status: 'cancelled' }, '09:00:00', 'appointment_cancelled'],
    ['completed', { status: 'completed' }, '09:00:00', 'appointment_completed'],
    ['no show', { status: 'no_show' }, '09:00:00', 'appointment_missed'],
    ['a chat appointment', { mode: 'chat' }, '09:00:00', 'chat_consult'],
  ] as const)('%s', (_, change, time, reason) => {
    expect(whyNotOpen(doctor, { ...appointment, ...change }, at(time))?.reason ?? null).toBe(reason);
  });

  test.each([
    ['stays open while scheduled, past its end too', 'scheduled', '09:45:00', null],
    ['closes when cancelled', 'cancelled', '09:00:00', 'cancelled'],
    ['closes when completed', 'completed', '09:10:00', 'completed'],
    ['closes when another time is proposed', 'rescheduled', '09:00:00', 'window_closed'],
    ['closes when it moved to another day', 'scheduled', '07:00:00', 'window_closed'],
  ] as const)('%s', (_, status, time, reason) => {
    const opensAt = new Date(startsAt.getTime() - 15 * 60_000);
    expect(closedBy({ ...appointment, status }, opensAt, at(time))).toBe(reason);
  });
});
