import { rangesOf, type TimeRange } from '@health-connect/scheduling/make-slots';
import { plural, t } from '@lingui/core/macro';
import { type RangeProblems, rangeProblems } from '../draft/problems.js';
import { nextRange } from '../hours/next-range.js';
import { datesFrom, MOST_DATES, type SpecialDates, type SpecialHours } from './special-dates.js';

/** What the dialog holds while it is open. */
export interface SpecialForm {
  kind: 'off' | 'hours';
  from: string;
  /** Empty: one day. */
  to: string;
  ranges: readonly TimeRange[];
  note: string;
}

export const formOf = (dates: SpecialDates | null): SpecialForm => {
  const { ranges } = rangesOf(dates?.slots ?? []);
  return {
    kind: ranges.length > 0 ? 'hours' : 'off',
    from: dates?.from ?? '',
    to: dates && dates.to !== dates.from ? dates.to : '',
    ranges: ranges.length > 0 ? ranges : [nextRange([])],
    note: dates?.note ?? '',
  };
};

export interface SpecialProblems {
  from?: string;
  to?: string;
  ranges: RangeProblems;
  /** No stretch of work at all. */
  noRanges?: string;
}

export function specialProblems({ kind, from, to, ranges }: SpecialForm, visitMinutes: number): SpecialProblems {
  return {
    ...(!from && { from: t`Choose the first day.` }),
    ...(to && to < from && { to: t`The last day comes before the first.` }),
    ...(to && datesFrom(from, to).length > MOST_DATES && { to: atMost(MOST_DATES) }),
    ...(kind === 'hours' && ranges.length === 0 && { noRanges: t`Add hours, or choose time off.` }),
    ranges: kind === 'hours' ? rangeProblems(ranges, visitMinutes) : new Map(),
  };
}

const atMost = (days: number) => plural(days, { one: 'At most # day at once.', other: 'At most # days at once.' });

export const isSound = ({ from, to, noRanges, ranges }: SpecialProblems) => !from && !to && !noRanges && !ranges.size;

export const toSpecial = ({ kind, from, to, ranges, note }: SpecialForm): SpecialHours => ({
  from,
  to: to || from,
  ranges: kind === 'hours' ? ranges : [],
  note,
});
