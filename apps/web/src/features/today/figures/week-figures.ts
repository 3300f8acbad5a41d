import type { Dashboard } from '@health-connect/contract/doctors';
import { plural, t } from '@lingui/core/macro';
import type { Bar } from '../../../components/bar-chart.js';
import { formatDate } from '../../../lib/time.js';
import { formatNumber, formatPercent } from '../../../lib/write.js';

/** The finding of a week in a sentence, for the chart's title. */
export function weekTitle({ weekCount, weekCompleted }: Dashboard): string {
  const done = formatNumber(weekCompleted);
  return plural(weekCount, {
    0: 'No visits this week',
    one: `# visit this week, ${done} done`,
    other: `# visits this week, ${done} done`,
  });
}

/** How it compares with the week before, and how to read the bars. */
export function weekDetail({ weekCount, lastWeekCount }: Dashboard): string {
  if (weekCount === 0) {
    return plural(lastWeekCount, { 0: 'None last week either.', one: 'Last week had #.', other: 'Last week had #.' });
  }
  const compared = comparedWords(weekCount - lastWeekCount);
  return t`${compared} Filled is done, outlined is to come.`;
}

function comparedWords(more: number): string {
  if (more === 0) return t`As many as last week.`;
  const fewer = -more;
  return more > 0
    ? plural(more, { one: '# more than last week.', other: '# more than last week.' })
    : plural(fewer, { one: '# fewer than last week.', other: '# fewer than last week.' });
}

/** A bar a day; a weekend without appointments has none. */
export function weekBars({ week }: Dashboard, today: string): Bar[] {
  const lastBusy = week.findLastIndex(({ booked, date }) => booked > 0 || date === today);
  return week.slice(0, Math.max(5, lastBusy + 1)).map(({ date, booked, completed }) => ({
    label: date === today ? t`Today` : formatDate(date, 'weekday'),
    value: booked,
    done: completed,
    ...(date === today && { current: true }),
    ...(date === today && booked > 0 && { text: partOf(formatNumber(completed), formatNumber(booked)) }),
  }));
}

const partOf = (done: string, all: string) => t`${done} of ${all}`;

/** 0.94 -> `94%`; null before there is anything to measure. */
export const percent = (rate: number | null) => (rate === null ? null : formatPercent(rate));
