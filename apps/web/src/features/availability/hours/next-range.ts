import type { TimeRange } from '@health-connect/scheduling/make-slots';

const FIRST: TimeRange = { startTime: '09:00', endTime: '17:00' };
const LAST_START = 22;

/** One more stretch for a day: an hour after the last one ends, or a whole working day. */
export function nextRange(ranges: readonly TimeRange[]): TimeRange {
  const last = ranges.at(-1);
  if (!last) return FIRST;
  const start = Math.min(LAST_START, Number(last.endTime.slice(0, 2)) + 1);
  const end = Math.min(23, start + 3);
  return { startTime: onTheHour(start), endTime: onTheHour(end) };
}

const onTheHour = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
