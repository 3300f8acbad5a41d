const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** Minutes in the largest unit that fits: 90 -> `90 minutes`, 120 -> `2 hours`, 1440 -> `1 day`; 0 -> `None`. */
export function durationLabel(minutes: number): string {
  if (minutes === 0) return 'None';
  if (minutes % 1440 === 0) return plural(minutes / 1440, 'day');
  if (minutes % 60 === 0) return plural(minutes / 60, 'hour');
  return plural(minutes, 'minute');
}

export const daysLabel = (days: number) => plural(days, 'day');
export const minutesLabel = (minutes: number) => plural(minutes, 'minute');
