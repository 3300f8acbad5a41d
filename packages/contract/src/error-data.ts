import type { Appointment, NearestSlots, TooManyBookings } from './appointments.js';

/** What some refusals carry, so that who was refused can go on; the others carry nothing. */
export interface ErrorData {
  slot_taken: NearestSlots;
  patient_busy: NearestSlots;
  slot_not_offered: NearestSlots;
  too_many_bookings: TooManyBookings;
  /** The appointment as it is now, where its reader may see it. */
  stale_revision: Appointment;
  invalid_transition: Appointment;
}

/** `data` of a refusal; absent too where what it would tell is gone. */
export type DataOf<Code extends string> = Code extends keyof ErrorData ? ErrorData[Code] : undefined;
