import type { Appointment } from '@health-connect/contract/appointments';
import { useQuery } from '@tanstack/react-query';
import { agreedQuery } from '../../../resources/appointments/queries.js';

interface AppointmentWith {
  /** The one that is on or comes next. */
  next: Appointment | undefined;
  /** One by video that can be joined now. */
  open: Appointment | undefined;
}

/** What is agreed with this person. Without an answer there is simply none to show. */
export function useAppointmentWith(userId: string, now: number): AppointmentWith {
  const { data: agreed = [] } = useQuery(agreedQuery);
  const shared = agreed.filter(({ doctorId, patientId }) => doctorId._id === userId || patientId._id === userId);
  return {
    next: shared.find(({ endsAt }) => Date.parse(endsAt) > now),
    open: shared.find(({ mode, can }) => mode === 'video' && can.join),
  };
}
