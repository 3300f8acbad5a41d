import type { Appointment, BookAppointment, DoctorChange, PatientChange } from '@health-connect/contract/appointments';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { refreshSlots } from '../slots/queries.js';
import { askAgain, showAppointment } from './cache.js';

/** What happens once: sent again after a lost answer it would be refused, so the person decides. */
const ONCE = ['status', 'proposal', 'startsAt', 'rating'];

interface Changing {
  appointment: Pick<Appointment, '_id' | 'doctorId'>;
  change: DoctorChange | PatientChange;
}

/** Changes an appointment and brings everything that shows it up to date, also when somebody else was faster. */
export function useChangeAppointment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appointment: { _id }, change }: Changing) =>
      http.put<Appointment>(`/appointments/${_id}`, change, { repeatable: !ONCE.some((name) => name in change) }),
    onSuccess: (changed) => showAppointment(client, changed),
    onError: (_error, { appointment }) => askAgain(client, appointment),
  });
}

interface Booking {
  body: BookAppointment;
  /** The same key and body is the same booking, however often it is sent. */
  key: string;
}

/** Books a free time; whoever was faster shows in the doctor's free times. */
export function useBookAppointment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: Booking) =>
      http.post<Appointment>('/appointments', body, { headers: { 'Idempotency-Key': key } }),
    onSuccess: (booked) => showAppointment(client, booked),
    onError: (_error, { body }) => void refreshSlots(client, body.doctorId),
  });
}
