import { localDateOf } from '@health-connect/scheduling/local-time';
import { addDays } from '../../lib/time.js';
import { WEEK_DAYS } from '../../lib/week.js';

/** One request covers four weeks: with a day more at either end, because zones differ, 30 of the 31 days allowed. */
const WEEKS_A_REQUEST = 4;
/** No doctor opens more than a year ahead. */
export const LAST_WEEK = 52;
const DAY_MS = 86_400_000;

/** Which week, counted from `today`, holds an instant; 0 for what is missing or over. */
export function weekOf(startsAt: string | null | undefined, zone: string, today: string): number {
  if (!startsAt) return 0;
  const days = (Date.parse(localDateOf(Date.parse(startsAt), zone)) - Date.parse(today)) / DAY_MS;
  return Math.min(LAST_WEEK, Math.max(0, Math.floor(days / WEEK_DAYS)));
}

/** The doctor's local dates to ask for, so that every slot of this week is in the answer. */
export function requestFor(week: number, today: string): { from: string; to: string } {
  const first = addDays(today, Math.floor(week / WEEKS_A_REQUEST) * WEEKS_A_REQUEST * WEEK_DAYS);
  return { from: addDays(first, -1), to: addDays(first, WEEKS_A_REQUEST * WEEK_DAYS) };
}
