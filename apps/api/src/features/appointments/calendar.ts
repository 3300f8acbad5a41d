import type { ConsultMode } from '@health-connect/contract/appointments';
import type { Actor, AppointmentStatus } from '@health-connect/contract/status';
import { createEvent, type EventAttributes, type EventStatus } from 'ics';
import { env } from '../../env.js';
import { words } from '../../lib/catalog-texts.js';
import type { AppointmentWithPeople } from './participants.js';

const STATUS: Record<AppointmentStatus, EventStatus> = {
  pending: 'TENTATIVE',
  rescheduled: 'TENTATIVE',
  scheduled: 'CONFIRMED',
  completed: 'CONFIRMED',
  no_show: 'CANCELLED',
  cancelled: 'CANCELLED',
};
/** A calendar that knows the event takes it anew when these have happened. */
const MOVES = ['move', 'accept', 'cancel', 'expire', 'mark_no_show'];

/**
 * The appointment as a calendar file (RFC 5545), times in UTC. The id stays and the sequence grows with each move, so
 * that a calendar updates the event it has. Calendars are copied to others: no reason, symptom, note, specialty or, in
 * the doctor's, patient is in it. In the language of whose calendar it is.
 */
export function calendarOf({ appointment, doctor }: AppointmentWithPeople, reader: Actor, language: string): string {
  const { _id, startsAt, endsAt, status, mode, history, createdAt } = appointment;
  const event: EventAttributes = {
    uid: `${_id.toString()}@${new URL(env.publicUrl).hostname}`,
    sequence: history.filter(({ command }) => MOVES.includes(command)).length,
    productId: 'Health-Connect',
    method: status === 'cancelled' || status === 'no_show' ? 'CANCEL' : 'PUBLISH',
    status: STATUS[status],
    title: reader === 'patient' ? titleWith(doctor.name, mode, language) : titleOf(mode, language),
    url: `${env.publicUrl}/appointments?visit=${_id.toString()}`,
    start: startsAt.getTime(),
    end: endsAt.getTime(),
    startInputType: 'utc',
    endInputType: 'utc',
    created: createdAt.getTime(),
    lastModified: (history.at(-1)?.at ?? createdAt).getTime(),
    classification: 'PRIVATE',
  };
  const { value, error } = createEvent(event);
  if (!value) throw error ?? new Error('The calendar file is empty');
  return value;
}

function titleOf(mode: ConsultMode, language: string): string {
  const { i18n } = words(language);
  return mode === 'video'
    ? i18n._({ id: 'Video visit', context: 'calendar' })
    : i18n._({ id: 'Chat visit', context: 'calendar' });
}

function titleWith(doctor: string, mode: ConsultMode, language: string): string {
  const { i18n } = words(language);
  return mode === 'video'
    ? i18n._({ id: 'Video visit with {doctor}', context: 'calendar', values: { doctor } })
    : i18n._({ id: 'Chat visit with {doctor}', context: 'calendar', values: { doctor } });
}
