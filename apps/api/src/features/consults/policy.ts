import type { SessionUser } from '@health-connect/contract/accounts';
import type { AppointmentStatus } from '@health-connect/contract/status';
import type { Reason } from '@health-connect/contract/refusals';
import { JOIN_EARLY_MINUTES } from '@health-connect/contract/consults';
import type { AppointmentRecord } from '../../db/appointments.js';
import { type AppError, refused } from '../../http/errors.js';
import { canJoin, joinWindow } from '../appointments/policy.js';
import type { ConsultRecord } from './model.js';
import { isOccupied } from './seats.js';

type Judged = Parameters<typeof canJoin>[1];

const NOT_SCHEDULED = {
  pending: 'not_confirmed',
  rescheduled: 'proposal_open',
  completed: 'appointment_completed',
  cancelled: 'appointment_cancelled',
  no_show: 'appointment_missed',
} as const satisfies Record<Exclude<AppointmentStatus, 'scheduled'>, Reason>;

/** Why a party may not join the consult at this time; null where they may. */
export function whyNotOpen(user: SessionUser, appointment: Judged, at: number): AppError | null {
  if (canJoin(user, appointment, at)) return null;
  if (appointment.status !== 'scheduled') return refused(NOT_SCHEDULED[appointment.status]);
  if (appointment.mode === 'chat') return refused('chat_consult');
  if (at < appointment.startsAt.getTime()) return refused('opens_later', { params: { minutes: JOIN_EARLY_MINUTES } });
  return refused('consult_over');
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
