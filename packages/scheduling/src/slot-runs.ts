import type { SlotDay, SlotRun } from '@health-connect/contract/slots';
import type { Interval } from './cells.js';

const MINUTE_MS = 60_000;

/** A free time as pages use it: instants in ISO 8601, the date on the doctor's calendar. */
export interface FreeTime {
  startsAt: string;
  endsAt: string;
  date: string;
}

/** Slots in order of time, those that follow each other without a pause and last equally long made one run. */
export function runsOf(slots: readonly Interval[]): SlotRun[] {
  const runs: SlotRun[] = [];
  let endsAt = -Infinity;
  for (const slot of slots) {
    const last = runs.at(-1);
    const minutes = (slot.endsAt - slot.startsAt) / MINUTE_MS;
    if (last && slot.startsAt === endsAt && last[1] === minutes) last[2] += 1;
    else runs.push([slot.startsAt / MINUTE_MS, minutes, 1]);
    ({ endsAt } = slot);
  }
  return runs;
}

/** The inverse: every free time of the days, in order. */
export function freeTimesOf(days: readonly SlotDay[]): FreeTime[] {
  return days.flatMap(({ date, runs }) =>
    runs.flatMap(([start, minutes, count]) =>
      Array.from({ length: count }, (_, index) => ({
        startsAt: isoOf(start + index * minutes),
        endsAt: isoOf(start + (index + 1) * minutes),
        date,
      })),
    ),
  );
}

const isoOf = (minute: number) => new Date(minute * MINUTE_MS).toISOString();
