import type { Appointment, TooManyBookings } from '@health-connect/contract/appointments';
import type { Slot } from '@health-connect/contract/slots';
import type { DoctorProfile } from '@health-connect/contract/doctors';
import { useRef, useState } from 'react';
import { type ApiError, isApiError } from '../../../lib/api-error.js';
import { useBookAppointment } from '../../../resources/appointments/mutations.js';
import { type BookingForm, toBooking } from './booking-form.js';

export type BookingState =
  | { state: 'choosing' }
  /** Somebody was faster, or the hours changed; what was written is kept. */
  | { state: 'lost'; startsAt: string; why: ApiError; nearest: Slot[] }
  /** As many appointments are coming up as one person may have; what was written is kept. */
  | { state: 'full'; held: TooManyBookings }
  | { state: 'booked'; appointment: Appointment };

const isLost = (error: unknown) => isApiError(error, 'slot_taken', 'slot_not_offered', 'patient_busy');

/** Books an appointment with this doctor; refusals that leave nothing to choose are thrown, for the form to show. */
export function useBooking(doctor: DoctorProfile) {
  const { mutateAsync: send } = useBookAppointment();
  const [booking, setBooking] = useState<BookingState>({ state: 'choosing' });
  const attempt = useRef({ body: '', key: '' });

  const book = async (startsAt: string, form: BookingForm) => {
    const wanted = toBooking(doctor._id, startsAt, form);
    const body = JSON.stringify(wanted);
    // The same words sent again, after an answer that got lost, are the same booking.
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    try {
      const appointment = await send({ body: wanted, key: attempt.current.key });
      setBooking({ state: 'booked', appointment });
    } catch (error) {
      if (isApiError(error, 'too_many_bookings') && error.data) return setBooking({ state: 'full', held: error.data });
      if (!isLost(error)) throw error;
      const nearest = error.data?.slots ?? [];
      setBooking({ state: 'lost', startsAt, why: error, nearest });
    }
  };

  return { booking, book, chooseAgain: () => setBooking({ state: 'choosing' }) };
}
