import type { Dashboard } from '@health-connect/contract/doctors';
import type { Bar } from '../../../components/bar-chart.js';
import { formatDate } from '../../../lib/time.js';
import { formatPercent } from '../../../lib/write.js';
import { countOf } from '../labels.js';

/** The finding of a week in a sentence, for the chart's title. */
export function weekTitle({ weekCount, weekCompleted }: Dashboard): string {
  if (weekCount === 0) return 'No visits this week';
  return `${countOf(weekCount, 'visit')} this week, ${weekCompleted} done`;
}

/** How it compares with the week before, and how to read the bars. */
export function weekDetail({ weekCount, lastWeekCount }: Dashboard): string {
  if (weekCount === 0) return lastWeekCount === 0 ? 'None last week either.' : `Last week had ${lastWeekCount}.`;
  const more = weekCount - lastWeekCount;
  const compared =
    more === 0 ? 'As many as last week.' : `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than last week.`;
  return `${compared} Filled is done, outlined is to come.`;
}

/** A bar a day; a weekend without appointments has none. */
export function weekBars({ week }: Dashboard, today: string): Bar[] {
  const lastBusy = week.findLastIndex(({ booked, date }) => booked > 0 || date === today);
  return week.slice(0, Math.max(5, lastBusy + 1)).map(({ date, booked, completed }) => ({
    label: date === today ? 'Today' : formatDate(date, 'weekday'),
    value: booked,
    done: completed,
    ...(date === today && { current: true }),
    ...(date === today && booked > 0 && { text: `${completed} of ${booked}` }),
  }));
}

/** 0.94 -> `94%`; null before there is anything to measure. */
export const percent = (rate: number | null) => (rate === null ? null : formatPercent(rate));
