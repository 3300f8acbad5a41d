import type { DateOverride } from '@health-connect/contract/availability';
import { weekdayOf, weekFrom } from '../../../lib/week.js';
import { type AvailabilityDraft, slotsOn } from '../draft/draft.js';

/** new: only in the draft. gone: only in what is stored. */
export type Standing = 'same' | 'new' | 'gone';

export interface PreviewDay {
  date: string;
  times: { time: string; standing: Standing }[];
}

export interface Preview {
  /** Days with times, or with times that go. */
  days: PreviewDay[];
  /** How many times the week would offer, and how many more than now. */
  count: number;
  more: number;
}

/** The week as patients see it now and would see it, side by side. */
export function previewWeek(before: AvailabilityDraft, after: AvailabilityDraft, monday: string): Preview {
  const days = weekFrom(monday).map((date) => compareDay(date, timesOn(before, date), timesOn(after, date)));
  const count = (standing: Standing) =>
    days.flatMap(({ times }) => times).filter((entry) => entry.standing === standing).length;
  return {
    days: days.filter(({ times }) => times.length > 0),
    count: count('same') + count('new'),
    more: count('new') - count('gone'),
  };
}

/** The starts that a date offers: its own hours if it has some, else those of its weekday. */
function timesOn(draft: AvailabilityDraft, date: string): string[] {
  const special: DateOverride | undefined = draft.overrides.find((override) => override.date === date);
  if (special) return special.slots.map(({ startTime }) => startTime);
  return slotsOn(draft, weekdayOf(date))
    .filter(({ isAvailable }) => isAvailable)
    .map(({ startTime }) => startTime);
}

function compareDay(date: string, before: readonly string[], after: readonly string[]): PreviewDay {
  const standing = (time: string): Standing => {
    if (!after.includes(time)) return 'gone';
    return before.includes(time) ? 'same' : 'new';
  };
  const times = [...new Set([...before, ...after])].sort();
  return { date, times: times.map((time) => ({ time, standing: standing(time) })) };
}
