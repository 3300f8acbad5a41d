import { WEEKDAYS } from '@health-connect/contract/availability';
import { plural, t } from '@lingui/core/macro';
import { language } from '../../../lib/language/language.js';
import { weekdayName } from '../../../lib/week.js';
import { listOf } from '../../../lib/write.js';
import { type AvailabilityDraft, slotsOfEntry } from './draft.js';

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** What a draft changes, in words: `Thursday and Friday changed`; empty when nothing. */
export function describeChanges(before: AvailabilityDraft, after: AvailabilityDraft): string {
  const days = WEEKDAYS.filter((day) => differs(dayFacts(before, day), dayFacts(after, day)));
  const parts = [
    before.timeZone !== after.timeZone &&
      t({ message: 'time zone', comment: 'In: Time zone and visit length changed' }),
    before.visitMinutes !== after.visitMinutes &&
      t({ message: 'visit length', comment: 'In: Time zone and visit length changed' }),
    ...(days.length > 3 ? [hoursOfDays(days.length)] : days.map(weekdayName)),
    differs(before.overrides, after.overrides) && t`time off and extra hours`,
    differs(before.rules, after.rules) && t`booking rules`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return '';
  const what = listOf(parts);
  const [first = '', ...rest] = t`${what} changed`;
  return first.toLocaleUpperCase(language()) + rest.join('');
}

const hoursOfDays = (days: number) => plural(days, { one: 'hours of # day', other: 'hours of # days' });

/** What counts as a change of a day: what it would store, and what is still being typed. */
function dayFacts({ days, visitMinutes }: AvailabilityDraft, day: keyof AvailabilityDraft['days']) {
  const { isOn, ranges } = days[day];
  return [isOn, isOn && ranges, slotsOfEntry(days[day], visitMinutes)];
}
