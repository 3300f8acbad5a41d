import { clockTimeOf, minutesOf } from './clock-time.js';
import {
  type Availability,
  judgeSlots,
  type OfferedSlot,
  type ScheduledSlot,
  scheduledSlots,
  slotDays,
  type SlotRefusal,
} from './slots.js';
import { localDateOf } from './local-time.js';
import { addDays } from './wall-clock.js';

const MINUTE_MS = 60_000;

/**
 * A time somebody asks for: an instant (epoch ms), or the doctor's wall clock, which in a repeated hour means the
 * first.
 */
export type WantedTime = { startsAt: number } | { date: string; startTime: string; endTime?: string };

/** The slot that was asked for, or why it cannot be had; `not_offered` where the hours hold no such slot. */
export type FoundSlot = { ok: true; slot: ScheduledSlot } | { ok: false; reason: SlotRefusal | 'not_offered' };

/**
 * Decides a booking by the same rules that made the list (TZ-9), so what was shown is refused only when that changed.
 */
export function findSlot(availability: Availability, wanted: WantedTime): FoundSlot {
  const date = 'startsAt' in wanted ? localDateOf(wanted.startsAt, availability.timeZone) : wanted.date;
  const slot = scheduledSlots(availability, date, date).find((candidate) => isWanted(candidate, wanted));
  if (!slot) return { ok: false, reason: 'not_offered' };
  const reason = judgeSlots(availability)(slot);
  return reason ? { ok: false, reason } : { ok: true, slot };
}

/** Of the slots given, the `count` nearest to a wanted instant (epoch ms), in order of time. */
export function nearestFree<T extends { startsAt: number }>(slots: readonly T[], wanted: number, count: number): T[] {
  const distance = (slot: T) => Math.abs(slot.startsAt - wanted);
  return slots
    .toSorted((a, b) => distance(a) - distance(b) || a.startsAt - b.startsAt)
    .slice(0, count)
    .sort((a, b) => a.startsAt - b.startsAt);
}

/** The first `count` slots a doctor offers from now on. Looks day by day and stops as soon as it has them. */
export function nextSlots(availability: Availability, count: number): OfferedSlot[] {
  const refusalOf = judgeSlots(availability);
  const today = localDateOf(availability.now, availability.timeZone);
  const found: OfferedSlot[] = [];
  for (const slots of slotDays(availability, today, addDays(today, availability.rules.bookingWindowDays))) {
    const free = slots.filter((slot) => !refusalOf(slot));
    found.push(...free.map((slot) => ({ ...slot, available: true })));
    if (found.length >= count) break;
  }
  return found.slice(0, count);
}

function isWanted(slot: ScheduledSlot, wanted: WantedTime): boolean {
  if ('startsAt' in wanted) return slot.startsAt === wanted.startsAt;
  if (slot.startTime !== wanted.startTime) return false;
  if (wanted.endTime === undefined) return true;
  // Midnight at the end of a day is 00:00 on the clock, however it was asked for.
  const endTime = wanted.endTime.replace('24:00', '00:00');
  // An appointment over a change of the clock ends at another time than the weekly hours say: both name it.
  const weeklyEnd = clockTimeOf(minutesOf(slot.startTime) + (slot.endsAt - slot.startsAt) / MINUTE_MS);
  return endTime === slot.endTime || endTime === weeklyEnd;
}
