import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Weekday } from '@health-connect/contract/availability';
import { offsetMinutesAt } from './local-time.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The clock of one local day. */
export interface DayClock {
  /** Whether one offset holds all day and the next, into which a night reaches, so that every time exists once. */
  isSteady: boolean;
  /** The instants (epoch ms, ascending) of a time in minutes since midnight: none in a gap, two in a repeated hour. */
  instantsAt: (minutes: number) => number[];
}

/** The weekday of a local date. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]!;
}

/** The local date that many days later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Every local date from the first to the last, both included; none when the last is before the first. */
export function datesBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(to, { largestUnit: 'days' }).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, days) => first.add({ days }).toString());
}

/** The instants (epoch ms, ascending) at which a zone's clock shows a local date and `HH:mm`: none, one or two. */
export function instantsOf(date: string, time: string, timeZone: string): number[] {
  return instantsOfWall(Temporal.PlainDateTime.from(`${date}T${time}`), timeZone);
}

/**
 * The clock of a local date in a zone. Most days have one offset, where an instant is plain arithmetic; only around a
 * change of offset is each time looked up.
 */
export function dayClock(date: string, timeZone: string): DayClock {
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  // Wherever a zone lies (−12 to +14 hours), its day of this date and the next lie between these two instants.
  const before = offsetMinutesAt(midnightUtc - 15 * HOUR_MS, timeZone);
  const after = offsetMinutesAt(midnightUtc + 63 * HOUR_MS, timeZone);
  if (before === after) {
    return { isSteady: true, instantsAt: (minutes) => [midnightUtc + (minutes - before) * MINUTE_MS] };
  }
  const midnight = Temporal.PlainDateTime.from(date);
  return { isSteady: false, instantsAt: (minutes) => instantsOfWall(midnight.add({ minutes }), timeZone) };
}

function instantsOfWall(wall: Temporal.PlainDateTime, timeZone: string): number[] {
  const instants = (['earlier', 'later'] as const)
    .map((disambiguation) => wall.toZonedDateTime(timeZone, { disambiguation }))
    // In a gap Temporal moves to a time that exists; that is another time, not this one.
    .filter((candidate) => candidate.toPlainDateTime().equals(wall))
    .map((candidate) => candidate.epochMilliseconds);
  return [...new Set(instants)];
}
