import type { Interval } from './cells.js';
import { localDateOf } from './local-time.js';
import { type Hours, scheduledSlots } from './slots.js';

/** Whether a visit lies within a doctor's hours, also where other slots than when it was booked now cover its time. */
export function isWithinHours(visit: Interval, hours: Hours): boolean {
  const date = localDateOf(visit.startsAt, hours.timeZone);
  let coveredUntil = visit.startsAt;
  for (const slot of scheduledSlots(hours, date, date)) {
    if (slot.startsAt <= coveredUntil && slot.endsAt > coveredUntil) coveredUntil = slot.endsAt;
  }
  return coveredUntil >= visit.endsAt;
}
