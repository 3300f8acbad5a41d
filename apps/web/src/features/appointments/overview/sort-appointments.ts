import type { Appointment } from '@health-connect/contract/appointments';
import type { Reader } from '../../../resources/appointments/reader.js';
import { isUnclosed } from '../moments.js';

/** What stands where on the page, each in order of time. */
export interface SortedAppointments {
  next: Appointment | undefined;
  /** Patient: proposals. Doctor: requests, and appointments to close. */
  asks: Appointment[];
  coming: Appointment[];
  /** For a patient: over, but the doctor has not closed it. */
  unclosed: Appointment[];
}

export function sortAppointments(
  appointments: readonly Appointment[],
  reader: Reader,
  now: number,
): SortedAppointments {
  const unclosed = appointments.filter((appointment) => isUnclosed(appointment, now));
  const open = appointments.filter((appointment) => !isUnclosed(appointment, now));
  const waits = reader === 'patient' ? 'rescheduled' : 'pending';
  const asks = open.filter(({ status }) => status === waits);
  const rest = open.filter(({ status }) => status !== waits);
  const next = rest.find(({ can }) => can.join) ?? rest[0];
  return {
    next,
    asks: reader === 'doctor' ? [...asks, ...unclosed] : asks,
    coming: rest.filter((appointment) => appointment !== next),
    unclosed: reader === 'patient' ? unclosed : [],
  };
}
