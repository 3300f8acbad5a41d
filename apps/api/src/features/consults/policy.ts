import type { SessionUser } from '@health-connect/contract/accounts';
import type { AppointmentStatus } from '@health-connect/contract/status';
import { JOIN_EARLY_MINUTES } from '@health-connect/contract/consults';
import type { AppointmentRecord } from '../../db/appointments.js';
import { canJoin, joinWindow } from '../appointments/policy.js';
import type { ConsultRecord } from './model.js';
import { isOccupied } from './seats.js';

type Judged = Parameters<typeof canJoin>[1];

const NOT_SCHEDULED: Record<Exclude<AppointmentStatus, 'scheduled'>, string> = {
  pending: 'This appointment is not confirmed yet.',
  rescheduled: 'Another time was proposed for this appointment. It must be answered first.',
  completed: 'This visit is completed.',
  cancelled: 'This appointment was cancelled.',
  no_show: 'This visit was marked as missed.',
};

/** Why a party may not join the consult at this time, in words; null where they may. */
export function whyNotOpen(user: SessionUser, appointment: Judged, at: number): string | null {
  if (canJoin(user, appointment, at)) return null;
  if (appointment.status !== 'scheduled') return NOT_SCHEDULED[appointment.status];
  if (appointment.mode === 'chat') return 'This is a chat appointment. Open the chat instead.';
  if (at < appointment.startsAt.getTime()) return `The consult opens ${JOIN_EARLY_MINUTES} minutes before its start.`;
  return 'The time for this consult is over.';
}

/**
 * Whether a consult goes on (ROOM-6): the patient was let in and nobody closed the room since. Its two can return until
 * its door closes; while somebody is inside, also after that.
 */
export function goesOn(
  consult: Pick<ConsultRecord, 'seats' | 'admitted' | 'patientId'>,
  appointment: Pick<AppointmentRecord, 'status' | 'startsAt' | 'endsAt'>,
  at: number,
): boolean {
  const { from, until } = joinWindow(appointment);
  return (
    appointment.status === 'scheduled' &&
    consult.admitted.includes(consult.patientId.toString()) &&
    at >= from.getTime() &&
    (at <= until.getTime() || isOccupied(consult))
  );
}

/** What a change of the appointment means for people who wait or talk in its consult; null where they may stay. */
export function closedBy(
  appointment: Pick<AppointmentRecord, 'status' | 'startsAt'>,
  opensAt: Date,
  at: number,
): 'cancelled' | 'completed' | 'window_closed' | null {
  if (appointment.status === 'cancelled' || appointment.status === 'completed') return appointment.status;
  return appointment.status !== 'scheduled' || at < opensAt.getTime() ? 'window_closed' : null;
}
