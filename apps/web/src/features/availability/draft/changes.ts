import { WEEKDAYS } from '@health-connect/contract/availability';
import { weekdayName } from '../../../lib/week.js';
import { listOf } from '../../../lib/write.js';
import { type AvailabilityDraft, slotsOfEntry } from './draft.js';

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** What a draft changes, in words: `Thursday and Friday changed`; empty when nothing. */
export function describeChanges(before: AvailabilityDraft, after: AvailabilityDraft): string {
  const days = WEEKDAYS.filter((day) => differs(dayFacts(before, day), dayFacts(after, day)));
  const parts = [
    before.timeZone !== after.timeZone && 'time zone',
    before.visitMinutes !== after.visitMinutes && 'visit length',
    ...(days.length > 3 ? [`hours of ${days.length} days`] : days.map(weekdayName)),
    differs(before.overrides, after.overrides) && 'time off and extra hours',
    differs(before.rules, after.rules) && 'booking rules',
  ].filter((part) => part !== false);
  if (parts.length === 0) return '';
  const words = `${listOf(parts)} changed`;
  return words[0]!.toUpperCase() + words.slice(1);
}

/** What counts as a change of a day: what it would store, and what is still being typed. */
function dayFacts({ days, visitMinutes }: AvailabilityDraft, day: keyof AvailabilityDraft['days']) {
  const { isOn, ranges } = days[day];
  return [isOn, isOn && ranges, slotsOfEntry(days[day], visitMinutes)];
}
