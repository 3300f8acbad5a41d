import type { Appointment } from '@health-connect/contract/appointments';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import type { Reader } from '../../../resources/appointments/reader.js';

/** Takes another time for an appointment, or as its doctor proposes it. */
export function useMove(appointment: Appointment, reader: Reader) {
  const { mutateAsync: change } = useChangeAppointment();
  return async (startsAt: string, comment: string) => {
    // A third time instead of the proposed one: the proposal is declined first, because one that is open holds both.
    if (reader === 'patient' && appointment.can.answer) await change({ appointment, change: { proposal: 'decline' } });
    return change({ appointment, change: { startsAt, ...(comment.trim() && { comment: comment.trim() }) } });
  };
}
