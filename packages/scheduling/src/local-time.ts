/** What clock and calendar on the wall show at an instant. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `HH:mm`, 24 hours. */
  time: string;
  /** From UTC: −480 for −08:00. */
  offsetMinutes: number;
}

const MINUTE_MS = 60_000;

// Making a formatter costs a hundred times what using it costs.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The local time of an instant (epoch ms) in an IANA zone. Throws a RangeError for a zone that the runtime does not know. */
export function localTimeAt(instant: number, timeZone: string): LocalTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(instant)) parts[type] = value;
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  const time = `${parts.hour}:${parts.minute}`;
  const wholeMinute = Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  return { date, time, offsetMinutes: Math.round((Date.parse(`${date}T${time}Z`) - wholeMinute) / MINUTE_MS) };
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDateOf(instant: number, timeZone: string): string {
  return localTimeAt(instant, timeZone).date;
}

/** The offset from UTC at an instant, in minutes. */
export function offsetMinutesAt(instant: number, timeZone: string): number {
  return localTimeAt(instant, timeZone).offsetMinutes;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const cached = formatters.get(timeZone);
  if (cached) return cached;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
