import { localTimeAt } from './local-time.js';

/** A moment as it comes from anywhere: epoch ms, ISO 8601 text or a Date. */
export type Moment = number | string | Date;

/** How hours are written: 13:00 or 1:00 PM. */
export type HourCycle = 12 | 24;

/** Whose clock: an IANA zone, its hours counted to 24, or a zone and how its reader counts them. */
export type Reader = string | { timeZone: string; hours: HourCycle };

/** A moment on somebody's clock. */
export interface Clock {
  /** `Tue 24 Nov`. */
  day: string;
  /** `16:00`, or `4:00 PM`. */
  time: string;
  /** From UTC: `−08:00`. */
  offset: string;
  /** What the zone is called for people: `Los Angeles`. */
  city: string;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Browsers still report the old spelling of these places. */
const RENAMED: Record<string, string> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};

/** The parts of a moment on somebody's clock. */
export function formatClock(moment: Moment, reader: Reader): Clock {
  const { timeZone, hours } = readerOf(reader);
  const { date, time, offsetMinutes } = localTimeAt(epochOf(moment), timeZone);
  return {
    day: formatDate(date),
    time: formatClockTime(time, hours),
    offset: formatOffset(offsetMinutes),
    city: cityOf(timeZone, offsetMinutes),
  };
}

/** A time of day, `HH:mm` to 24 hours or as an end `24:00`, as its reader counts the hours: `13:00`, `1:00 PM`. */
export function formatClockTime(time: string, hours: HourCycle): string {
  if (hours === 24) return time;
  const hour = Number(time.slice(0, 2)) % 24;
  return `${hour % 12 || 12}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** A moment on the reader's clock, and on the other's; null where the two clocks show the same. */
export function formatClocks(moment: Moment, ownZone: Reader, otherZone: Reader): { own: Clock; other: Clock | null } {
  const own = formatClock(moment, ownZone);
  const other = formatClock(moment, otherZone);
  return { own, other: other.offset === own.offset ? null : other };
}

/** Both clocks in words: `Wed 25 Nov 13:00 (your time, +13:00) · Tue 24 Nov 16:00 doctor's time (−08:00)`. */
export function formatBothClocks(
  moment: Moment,
  ownZone: Reader,
  otherZone: Reader,
  whose: 'doctor' | 'patient' = 'doctor',
): string {
  const { own, other } = formatClocks(moment, ownZone, otherZone);
  const mine = `${own.day} ${own.time} (your time, ${own.offset})`;
  return other ? `${mine} · ${other.day} ${other.time} ${whose}'s time (${other.offset})` : mine;
}

/** `Tue 24 Nov, 16:00 to 16:30`; given `now`, days near it are named: `Today, 16:00 to 16:30`. */
export function formatRange(startsAt: Moment, endsAt: Moment, reader: Reader, now?: Moment): string {
  const [start, end] = [formatClock(startsAt, reader), formatClock(endsAt, reader)];
  const dayOf = (moment: Moment) => formatDay(moment, reader, now);
  const from = formatTime(startsAt, reader);
  const to = formatTime(endsAt, reader);
  const isOneDay = start.day === end.day;
  return `${dayOf(startsAt)}, ${from} to ${isOneDay ? to : `${dayOf(endsAt)}, ${to}`}`;
}

/** `Tue 24 Nov`; given `now`, `Today`, `Tomorrow` or `Yesterday`, and the year where it is another than this one. */
export function formatDay(moment: Moment, reader: Reader, now?: Moment): string {
  const { timeZone } = readerOf(reader);
  const { date } = localTimeAt(epochOf(moment), timeZone);
  if (now === undefined) return formatDate(date);
  const today = localTimeAt(epochOf(now), timeZone).date;
  const days = (Date.parse(date) - Date.parse(today)) / DAY_MS;
  if (days === 0) return 'Today';
  if (Math.abs(days) === 1) return days === 1 ? 'Tomorrow' : 'Yesterday';
  const year = date.slice(0, 4);
  return year === today.slice(0, 4) ? formatDate(date) : `${formatDate(date)} ${year}`;
}

/** A local date: `'2026-11-24'` -> `Tue 24 Nov`. */
export function formatDate(date: string): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[midnight.getUTCDay()]} ${midnight.getUTCDate()} ${MONTHS[midnight.getUTCMonth()]}`;
}

/** `16:00`; in an hour that the clock repeats, told apart by its offset: `01:30 (−05:00)`. */
export function formatTime(moment: Moment, reader: Reader): string {
  const { timeZone, hours } = readerOf(reader);
  const instant = epochOf(moment);
  const { time: onClock, offsetMinutes } = localTimeAt(instant, timeZone);
  const time = formatClockTime(onClock, hours);
  return isRepeated(instant, offsetMinutes, timeZone) ? `${time} (${formatOffset(offsetMinutes)})` : time;
}

/** Minutes from UTC in people's writing, with a true minus sign: −480 -> `−08:00`. */
export function formatOffset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '−' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Whether the same wall clock time comes again, or came before, within hours of this instant. */
function isRepeated(instant: number, offsetMinutes: number, timeZone: string): boolean {
  return [-180, 180].some((nearby) => {
    const other = localTimeAt(instant + nearby * MINUTE_MS, timeZone).offsetMinutes;
    if (other === offsetMinutes) return false;
    const twin = instant + (offsetMinutes - other) * MINUTE_MS;
    return localTimeAt(twin, timeZone).offsetMinutes === other;
  });
}

function cityOf(timeZone: string, offsetMinutes: number): string {
  if (timeZone === 'UTC') return 'UTC';
  // The names of these zones carry the opposite sign of their offset.
  if (timeZone.startsWith('Etc/')) return offsetMinutes === 0 ? 'UTC' : `UTC${formatOffset(offsetMinutes)}`;
  const place = timeZone.split('/').at(-1)!;
  return RENAMED[place] ?? place.replaceAll('_', ' ');
}

const readerOf = (reader: Reader) => (typeof reader === 'string' ? { timeZone: reader, hours: 24 as const } : reader);

function epochOf(moment: Moment): number {
  return new Date(moment).getTime();
}
