import { localTimeAt } from './local-time.js';
import { type DateStyle, type HourCycle, isolated, writeDate, writeDates, writeOffset, writeTime } from './written.js';

export type { DateStyle, HourCycle } from './written.js';

/** A moment as it comes from anywhere: epoch ms, ISO 8601 text or a Date. */
export type Moment = number | string | Date;

/** Whose clock: an IANA zone, its hours counted to 24, in English; or a zone and how its reader counts and speaks. */
export type Reader = string | ReaderOfTimes;

interface ReaderOfTimes {
  timeZone: string;
  hours: HourCycle;
  /** An IETF tag, English if it is left out: weekdays, months, their order and figures are written in it. */
  language?: string;
  /** The words that stand between days and times, in that language; English if they are left out. */
  words?: TimeWords;
}

/** A day that people call by a word. */
export type NearDay = 'today' | 'tomorrow' | 'yesterday';

/** The words that no runtime has: whoever has catalogs hands them in. */
export interface TimeWords {
  /** `Today`. */
  near: (day: NearDay) => string;
  /** `Today, 16:00`. */
  when: (day: string, time: string) => string;
  /** `16:00 to 16:30`, `24 to 30 Nov`. */
  between: (from: string, to: string) => string;
  /** `Today, 16:00 to 16:30`. */
  range: (day: string, from: string, to: string) => string;
}

/** The words beside two clocks. */
export interface ClockWords {
  own: (clock: Clock) => string;
  other: (clock: Clock, whose: 'doctor' | 'patient') => string;
}

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

const ENGLISH: TimeWords = {
  near: (day) => ({ today: 'Today', tomorrow: 'Tomorrow', yesterday: 'Yesterday' })[day],
  when: (day, time) => `${day}, ${time}`,
  between: (from, to) => `${from} to ${to}`,
  range: (day, from, to) => `${day}, ${from} to ${to}`,
};

const ENGLISH_CLOCKS: ClockWords = {
  own: ({ day, time, offset }) => `${day} ${time} (your time, ${offset})`,
  other: ({ day, time, offset }, whose) => `${day} ${time} ${whose}'s time (${offset})`,
};

/** The parts of a moment on somebody's clock. */
export function formatClock(moment: Moment, reader: Reader): Clock {
  const { timeZone, hours, language } = readerOf(reader);
  const { date, time, offsetMinutes } = localTimeAt(epochOf(moment), timeZone);
  return {
    day: formatDate(date, language),
    time: formatClockTime(time, hours, language),
    offset: formatOffset(offsetMinutes, language),
    city: isolated(cityOf(timeZone, offsetMinutes), language),
  };
}

/** A time of day, `HH:mm` to 24 hours or as an end `24:00`, as its reader counts the hours: `13:00`, `1:00 PM`. */
export const formatClockTime = (time: string, hours: HourCycle, language = 'en'): string =>
  writeTime(time, hours, language);

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
  words: ClockWords = ENGLISH_CLOCKS,
): string {
  const { own, other } = formatClocks(moment, ownZone, otherZone);
  return other ? `${words.own(own)} · ${words.other(other, whose)}` : words.own(own);
}

/** `Tue 24 Nov, 16:00 to 16:30`; given `now`, days near it are named: `Today, 16:00 to 16:30`. */
export function formatRange(startsAt: Moment, endsAt: Moment, reader: Reader, now?: Moment): string {
  const { words } = readerOf(reader);
  const [start, end] = [formatClock(startsAt, reader), formatClock(endsAt, reader)];
  if (start.day !== end.day) {
    return words.between(formatWhen(startsAt, reader, now), formatWhen(endsAt, reader, now));
  }
  return words.range(formatDay(startsAt, reader, now), formatTime(startsAt, reader), formatTime(endsAt, reader));
}

/** `Tue 24 Nov, 16:00`; given `now`, days near it are named: `Today, 16:00`. */
export const formatWhen = (moment: Moment, reader: Reader, now?: Moment): string =>
  readerOf(reader).words.when(formatDay(moment, reader, now), formatTime(moment, reader));

/** `Tue 24 Nov`; given `now`, `Today`, `Tomorrow` or `Yesterday`, and the year where it is another than this one. */
export function formatDay(moment: Moment, reader: Reader, now?: Moment): string {
  const { timeZone, language, words } = readerOf(reader);
  const { date } = localTimeAt(epochOf(moment), timeZone);
  if (now === undefined) return formatDate(date, language);
  const near = nearDay(moment, reader, now);
  if (near) return words.near(near);
  const thisYear = localTimeAt(epochOf(now), timeZone).date.slice(0, 4);
  return formatDate(date, language, date.startsWith(thisYear) ? 'short' : 'shortWithYear');
}

/** Which of the days around `now` a moment falls on, by the reader's calendar; null for every other day. */
export function nearDay(moment: Moment, reader: Reader, now: Moment): NearDay | null {
  const { timeZone } = readerOf(reader);
  const dateAt = (instant: Moment) => Date.parse(localTimeAt(epochOf(instant), timeZone).date);
  const days = (dateAt(moment) - dateAt(now)) / DAY_MS;
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'tomorrow' : 'yesterday';
  return null;
}

/** A local date: `'2026-11-24'` -> `Tue 24 Nov`, or in another style. */
export const formatDate = (date: string, language = 'en', style: DateStyle = 'short'): string =>
  writeDate(date, language, style);

/** From one local date to another: `24 to 30 Nov`, `28 Nov to 4 Dec`, `24–30 nov`. */
export function formatDates(from: string, to: string, language = 'en', words = ENGLISH): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  const dayAndMonth = (date: string) => formatDate(date, language, 'dayAndMonth');
  return (
    writeDates(from, to, language) ??
    words.between(isOneMonth ? formatDate(from, language, 'day') : dayAndMonth(from), dayAndMonth(to))
  );
}

/** `16:00`; in an hour that the clock repeats, told apart by its offset: `01:30 (−05:00)`. */
export function formatTime(moment: Moment, reader: Reader): string {
  const { timeZone, hours, language } = readerOf(reader);
  const instant = epochOf(moment);
  const { time: onClock, offsetMinutes } = localTimeAt(instant, timeZone);
  const time = formatClockTime(onClock, hours, language);
  return isRepeated(instant, offsetMinutes, timeZone) ? `${time} (${formatOffset(offsetMinutes, language)})` : time;
}

/** Minutes from UTC in people's writing, with a true minus sign: −480 -> `−08:00`. */
export const formatOffset = (minutes: number, language = 'en'): string => writeOffset(minutes, language);

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

const inEnglish = { hours: 24, language: 'en', words: ENGLISH } as const;
const readerOf = (reader: Reader): Required<ReaderOfTimes> =>
  typeof reader === 'string' ? { ...inEnglish, timeZone: reader } : { ...inEnglish, ...reader };

function epochOf(moment: Moment): number {
  return new Date(moment).getTime();
}
