import { plural, t } from '@lingui/core/macro';

/** Minutes in the largest unit that fits: 90 -> `90 minutes`, 120 -> `2 hours`, 1440 -> `1 day`; 0 -> `None`. */
export function durationLabel(minutes: number): string {
  if (minutes === 0) return t({ message: 'None', context: 'no time at all' });
  if (minutes % 1440 === 0) return daysLabel(minutes / 1440);
  if (minutes % 60 === 0) return hoursLabel(minutes / 60);
  return minutesLabel(minutes);
}

const hoursLabel = (hours: number) => plural(hours, { one: '# hour', other: '# hours' });
export const daysLabel = (days: number) => plural(days, { one: '# day', other: '# days' });
export const minutesLabel = (minutes: number) => plural(minutes, { one: '# minute', other: '# minutes' });
