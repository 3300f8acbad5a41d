import type { BookingRules } from '@health-connect/contract/availability';

/** The grain in which time is held: no two active appointments of one person share a cell. */
export const CELL_MS = 5 * 60_000;

const MINUTE_MS = 60_000;

/** An interval of instants, epoch milliseconds, the end not included. */
export interface Interval {
  startsAt: number;
  endsAt: number;
}

/** The buffers of a doctor's rules: what protects an appointment from its neighbours. */
export type Buffers = Pick<BookingRules, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;

/** The 5-minute cells (whole numbers, epoch / 5 min) that an interval touches; one it only partly covers counts. */
export function cellsOf(startsAt: number, endsAt: number): number[] {
  const first = Math.floor(startsAt / CELL_MS);
  const end = Math.ceil(endsAt / CELL_MS);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

/**
 * The doctor's cells of an appointment: the appointment with its buffers. Two appointments fit beside each other when
 * these share no cell, so the buffer after one and the buffer before the next never overlap either.
 */
export function doctorCells(appointment: Interval, rules: Buffers): number[] {
  return cellsOf(
    appointment.startsAt - rules.bufferBeforeMinutes * MINUTE_MS,
    appointment.endsAt + rules.bufferAfterMinutes * MINUTE_MS,
  );
}

/** Whether an appointment at that time, with its buffers, would share a cell with what is held. */
export function touches(held: ReadonlySet<number>, appointment: Interval, rules: Buffers): boolean {
  if (held.size === 0) return false;
  const end = Math.ceil((appointment.endsAt + rules.bufferAfterMinutes * MINUTE_MS) / CELL_MS);
  let cell = Math.floor((appointment.startsAt - rules.bufferBeforeMinutes * MINUTE_MS) / CELL_MS);
  while (cell < end && !held.has(cell)) cell += 1;
  return cell < end;
}

/** The patient's cells of an appointment: the appointment alone, a doctor's buffers are not the patient's time. */
export function patientCells(appointment: Interval): number[] {
  return cellsOf(appointment.startsAt, appointment.endsAt);
}
