import { clockTimeOf, endMinutesOf, MINUTES_IN_DAY, minutesOf } from './clock-time.js';
import type { TimeRange } from './make-slots.js';

/** No stretch of work goes on over midnight for longer: an end hours before its start is a slip, not a night. */
export const LONGEST_NIGHT_MINUTES = 16 * 60;

/** How long something lasts, and whether it goes on after midnight. */
export function lengthOf({ startTime, endTime }: TimeRange): { minutes: number; crossesMidnight: boolean } {
  const start = minutesOf(startTime);
  const end = endMinutesOf(endTime, start);
  return { minutes: end - start, crossesMidnight: end > MINUTES_IN_DAY };
}

/** A day's stretches of work, and the one that belongs to the night before it. */
export interface JoinedDay {
  ranges: TimeRange[];
  morning: TimeRange | null;
}

/**
 * The stretches of work of days that follow each other (a week, Monday after Sunday again): where one reaches midnight
 * and the next day goes on from there, they are one entry of the day on which it begins. The inverse of what makeSlots and
 * makeNightSlots part.
 */
export function joinNights(days: readonly (readonly TimeRange[])[]): JoinedDay[] {
  const joined = days.map((ranges): JoinedDay => ({ ranges: [...ranges], morning: null }));
  joined.forEach((evening, index) => {
    const next = joined[(index + 1) % joined.length]!;
    const [last, first] = [evening.ranges.at(-1), next.ranges[0]];
    if (!last || !first || next === evening || !continues(last, first)) return;
    evening.ranges.splice(-1, 1, { startTime: last.startTime, endTime: first.endTime });
    next.morning = next.ranges.shift()!;
  });
  return joined;
}

function continues(last: TimeRange, first: TimeRange): boolean {
  const start = minutesOf(last.startTime);
  const end = endMinutesOf(last.endTime, start);
  if (end < MINUTES_IN_DAY || clockTimeOf(end) !== first.startTime) return false;
  const night = lengthOf({ startTime: last.startTime, endTime: first.endTime });
  // Both may be so long that their ends do not tell how long the whole is.
  return end - start + lengthOf(first).minutes === night.minutes && night.minutes <= LONGEST_NIGHT_MINUTES;
}
