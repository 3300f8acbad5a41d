import type { DateOverride } from '@health-connect/contract/availability';
import { makeNightSlots, makeSlots, rangesOf, type TimeRange } from '@health-connect/scheduling/make-slots';
import { joinNights } from '@health-connect/scheduling/nights';
import { t } from '@lingui/core/macro';
import { addDays, formatDate, formatClockTime } from '../../../lib/time.js';
import { listOf } from '../../../lib/write.js';
import { timesOf } from '../draft/draft.js';

/** Neighbouring dates with the same hours and note; no slots: days off. */
export interface SpecialDates {
  from: string;
  to: string;
  slots: readonly TimeRange[];
  note: string;
}

/** As many dates as may be changed in one go: a long leave, not a life. */
export const MOST_DATES = 120;

/** Every date from one to another, both included. */
export function datesFrom(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to && dates.length <= MOST_DATES; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** The coming special dates in order, neighbours that are alike made one. */
export function groupDates(overrides: readonly DateOverride[], today: string): SpecialDates[] {
  const groups: SpecialDates[] = [];
  const coming = overrides.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const { date, slots, note = '' } of coming) {
    const last = groups.at(-1);
    const continues =
      last && addDays(last.to, 1) === date && last.note === note && hoursOf(last.slots) === hoursOf(slots);
    if (continues) last.to = date;
    else groups.push({ from: date, to: date, slots, note });
  }
  return groups;
}

/** What the editor of special dates asks for. No ranges: days off. */
export interface SpecialHours {
  from: string;
  to: string;
  ranges: readonly TimeRange[];
  note: string;
}

/**
 * The overrides with `replaced` taken out and `added` put in; a date has one entry, the newest wins. What a night makes
 * after midnight starts on the next date: that one keeps its hours (`weeklyOn` tells those it has from the week) beside it.
 */
export function changeDates(
  overrides: readonly DateOverride[],
  replaced: SpecialDates | null,
  added: SpecialHours | null,
  { visitMinutes, weeklyOn }: { visitMinutes: number; weeklyOn: (date: string) => readonly TimeRange[] },
): DateOverride[] {
  const gone = new Set([
    ...(replaced ? datesFrom(replaced.from, replaced.to) : []),
    ...(added ? datesFrom(added.from, added.to) : []),
  ]);
  const kept = overrides.filter(({ date }) => !gone.has(date));
  if (!added) return kept;
  const hours = { ranges: added.ranges, visitMinutes };
  const slots = makeSlots(hours).map(timesOf);
  const night = makeNightSlots(hours).map(timesOf);
  const note = added.note.trim();
  const fresh = datesFrom(added.from, added.to).map((date, index) => ({
    date,
    slots: index === 0 ? slots : besideNight(night, slots),
    ...(note && { note }),
  }));
  const inOrder = (all: DateOverride[]) => all.sort((a, b) => (a.date < b.date ? -1 : 1));
  if (night.length === 0) return inOrder([...kept, ...fresh]);
  const after = addDays(added.to, 1);
  const next = kept.find(({ date }) => date === after) ?? { date: after, slots: weeklyOn(after).map(timesOf) };
  const others = kept.filter(({ date }) => date !== after);
  return inOrder([...others, ...fresh, { ...next, slots: besideNight(night, next.slots) }]);
}

/** The slots of a day into which a night reaches: what lies in its way gives way. */
function besideNight(night: readonly TimeRange[], slots: readonly TimeRange[]): TimeRange[] {
  const until = night.at(-1)?.endTime ?? '';
  return [...night, ...slots.filter(({ startTime }) => startTime >= until)];
}

/** Of dates that begin with the end of a night, which night that is; null for others. */
export function nightInto(before: SpecialDates | undefined, dates: SpecialDates): string | null {
  if (!before || addDays(before.to, 1) !== dates.from) return null;
  const morning = joinNights([rangesOf(before.slots).ranges, rangesOf(dates.slots).ranges])[1]?.morning;
  if (!morning) return null;
  const [time, date] = [formatClockTime(morning.endTime), formatDate(before.to)];
  return t`Until ${time} the night of ${date} goes on`;
}

/** `Thu 24 Dec to Mon 4 Jan`. */
export const datesLabel = ({ from, to }: Pick<SpecialDates, 'from' | 'to'>) =>
  from === to ? formatDate(from) : fromTo(formatDate(from), formatDate(to));

/** `09:00 to 12:00 and 13:00 to 15:00`. */
export const hoursOf = (slots: readonly TimeRange[]) =>
  listOf(
    rangesOf(slots).ranges.map(({ startTime, endTime }) =>
      fromTo(formatClockTime(startTime), formatClockTime(endTime)),
    ),
  );

const fromTo = (from: string, to: string) => t`${from} to ${to}`;
