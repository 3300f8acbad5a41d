import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { addDays, formatDate, formatDates } from '../../lib/time.js';
import { WEEK_DAYS } from '../../lib/week.js';
import { rowOf } from '../../lib/write.js';

export type Column = { kind: 'day'; date: string; slots: FreeTime[] } | { kind: 'gap'; dates: string[] };

/** The seven days from `firstDate` on the clock of `zone`: those with free times, and the gaps between them. */
export function columnsOf(slots: readonly FreeTime[], zone: string, firstDate: string): Column[] {
  const dates = slots.map((slot) => localDateOf(Date.parse(slot.startsAt), zone));
  const columns: Column[] = [];
  for (let day = 0; day < WEEK_DAYS; day += 1) {
    const date = addDays(firstDate, day);
    const free = slots.filter((_, index) => dates[index] === date);
    const last = columns.at(-1);
    if (free.length > 0) columns.push({ kind: 'day', date, slots: free });
    else if (last?.kind === 'gap') last.dates.push(date);
    else columns.push({ kind: 'gap', dates: [date] });
  }
  return columns;
}

/** `24 to 30 Nov`, `28 Nov to 4 Dec`. */
export const weekLabel = (firstDate: string): string => formatDates(firstDate, addDays(firstDate, WEEK_DAYS - 1));

/** `Fri, Sat`; `Tue to Fri` where they are many. */
export function gapLabel(dates: readonly string[]): string {
  const names = dates.map((date) => formatDate(date, 'weekday'));
  if (names.length <= 3) return rowOf(names);
  const [from = '', to = ''] = [names[0], names.at(-1)];
  return t`${from} to ${to}`;
}

/** How long an appointment is, where all are alike. */
export function appointmentMinutes(slots: readonly FreeTime[]): number | null {
  const lengths = new Set(slots.map((slot) => (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000));
  return lengths.size === 1 ? [...lengths][0]! : null;
}
