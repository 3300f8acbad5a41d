import type { Appointment } from '@health-connect/contract/appointments';
import { useQuery } from '@tanstack/react-query';
import { visitsQuery } from '../../../resources/messages/queries.js';

interface AppointmentWith {
  /** The one that is on or comes next. */
  next: Appointment | undefined;
  /** A video visit that can be joined now. */
  open: Appointment | undefined;
}

/** Agreed visits with this person. Without an answer there is simply none to show. */
export function useAppointmentWith(userId: string, now: number): AppointmentWith {
  const { data: visits = [] } = useQuery(visitsQuery);
  const shared = visits.filter(({ doctorId, patientId }) => doctorId._id === userId || patientId._id === userId);
  return {
    next: shared.find(({ endsAt }) => Date.parse(endsAt) > now),
    open: shared.find(({ mode, can }) => mode === 'video' && can.join),
  };
}
