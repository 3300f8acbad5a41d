import type { Interval } from './cells.js';
import { localDateOf } from './local-time.js';
import { type Hours, scheduledSlots } from './slots.js';
import { addDays } from './wall-clock.js';

/**
 * Whether an appointment lies within a doctor's hours, also where other slots than when it was booked now cover its
 * time.
 */
export function isWithinHours(appointment: Interval, hours: Hours): boolean {
  const date = localDateOf(appointment.startsAt, hours.timeZone);
  let coveredUntil = appointment.startsAt;
  // At midnight the slots of one day may have begun the day before, and go on into the next.
  for (const slot of scheduledSlots(hours, addDays(date, -1), addDays(date, 1))) {
    if (slot.startsAt <= coveredUntil && slot.endsAt > coveredUntil) coveredUntil = slot.endsAt;
  }
  return coveredUntil >= appointment.endsAt;
}
