import type { Appointment, NearestSlots, TooManyBookings } from '@health-connect/contract/appointments';
import type { Slot } from '@health-connect/contract/availability';
import type { DoctorProfile } from '@health-connect/contract/doctors';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { refreshSlots } from '../../components/slot-picker/use-free-slots.js';
import { type ApiError, isApiError } from '../../lib/api-error.js';
import { useSocketEvent } from '../../lib/socket-context.js';
import { sendBooking } from './api.js';
import { type BookingForm, toBooking } from './booking-form.js';

export type BookingState =
  | { state: 'choosing' }
  /** Somebody was faster, or the hours changed; what was written is kept. */
  | { state: 'lost'; startsAt: string; why: ApiError; nearest: Slot[] }
  /** As many appointments are coming up as one person may have; what was written is kept. */
  | { state: 'full'; held: TooManyBookings }
  | { state: 'booked'; appointment: Appointment };

const isLost = (error: unknown): error is ApiError =>
  isApiError(error, 'slot_taken', 'slot_not_offered', 'patient_busy');

/** Books an appointment with this doctor; refusals that leave nothing to choose are thrown, for the form to show. */
export function useBooking(doctor: DoctorProfile) {
  const client = useQueryClient();
  const [booking, setBooking] = useState<BookingState>({ state: 'choosing' });
  const attempt = useRef({ body: '', key: '' });

  useSocketEvent('appointment-changed', (appointment) => {
    if (booking.state === 'booked' && booking.appointment._id === appointment._id) {
      setBooking({ state: 'booked', appointment });
    }
  });

  const book = async (startsAt: string, form: BookingForm) => {
    const wanted = toBooking(doctor._id, startsAt, form);
    const body = JSON.stringify(wanted);
    // The same words sent again, after an answer that got lost, are the same booking.
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    try {
      const appointment = await sendBooking(wanted, attempt.current.key);
      void client.invalidateQueries({ queryKey: ['appointments'] });
      setBooking({ state: 'booked', appointment });
    } catch (error) {
      if (isApiError(error, 'too_many_bookings'))
        return setBooking({ state: 'full', held: error.data as TooManyBookings });
      if (!isLost(error)) throw error;
      const nearest = (error.data as NearestSlots | undefined)?.slots ?? [];
      setBooking({ state: 'lost', startsAt, why: error, nearest });
    } finally {
      void refreshSlots(client, doctor._id);
    }
  };

  return { booking, book, chooseAgain: () => setBooking({ state: 'choosing' }) };
}
