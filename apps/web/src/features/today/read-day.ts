import type { Appointment } from '@health-connect/contract/appointments';

export interface DayAtNow {
  /** Going on, or the one that comes next. */
  current: Appointment | null;
  /** After that. */
  next: Appointment | null;
  /** Over by the clock, but nobody said how it ended. */
  unfinished: Appointment[];
}

const startOf = ({ startsAt }: Appointment) => Date.parse(startsAt);
const endOf = ({ endsAt }: Appointment) => Date.parse(endsAt);

/** Sorts the confirmed appointments of a day by where they stand at a moment (epoch ms). */
export function readDay(appointments: readonly Appointment[], now: number): DayAtNow {
  const confirmed = appointments
    .filter(({ status }) => status === 'scheduled')
    .toSorted((a, b) => startOf(a) - startOf(b));
  const [current = null, next = null] = confirmed.filter((appointment) => endOf(appointment) > now);
  return { current, next, unfinished: confirmed.filter((appointment) => endOf(appointment) <= now) };
}

export const isRunning = (appointment: Appointment, now: number) =>
  startOf(appointment) <= now && now < endOf(appointment);

/** What a day's line counts: appointments that are or were held, and those that the patient missed. */
export function countDay(appointments: readonly Appointment[]) {
  const count = (...statuses: Appointment['status'][]) =>
    appointments.filter(({ status }) => statuses.includes(status)).length;
  return {
    held: count('scheduled', 'rescheduled', 'completed'),
    done: count('completed'),
    missed: count('no_show'),
  };
}

/** Those that have or had a place in the day; a request is not in it before it is confirmed. */
export const hasPlace = ({ status }: Appointment) => status !== 'cancelled';
