import {
  type Appointment,
  book,
  type BookAppointment,
  changeAsDoctor,
  changeAsPatient,
  type DoctorChange,
  type PatientChange,
} from '@health-connect/contract/appointments';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.js';
import { useAccount } from '../../lib/session.js';
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
  const { role } = useAccount();
  return useMutation({
    mutationFn: ({ appointment: { _id }, change }: Changing) => {
      const how = { params: { id: _id }, repeatable: !ONCE.some((name) => name in change) };
      // The answer's `can` decided what the page offers: what is changed here is what this role may send.
      return role === 'doctor'
        ? call(changeAsDoctor, { ...how, body: change as DoctorChange })
        : call(changeAsPatient, { ...how, body: change as PatientChange });
    },
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
    mutationFn: ({ body, key }: Booking) => call(book, { body, headers: { 'Idempotency-Key': key } }),
    onSuccess: (booked) => showAppointment(client, booked),
    onError: (_error, { body }) => void refreshSlots(client, body.doctorId),
  });
}
