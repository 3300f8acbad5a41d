import * as format from '@health-connect/scheduling/format';
import type { Clock, DateStyle, Moment } from '@health-connect/scheduling/format';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { language } from './language/language.js';
import { deviceZone, ownClock } from './own-clock.js';

export type { Clock, Moment } from '@health-connect/scheduling/format';
export { ownHours, ownZone, useOwnZone } from './own-clock.js';

const NEAR: Record<format.NearDay, () => string> = {
  today: () => t`Today`,
  tomorrow: () => t`Tomorrow`,
  yesterday: () => t`Yesterday`,
};

/** What stands between days and times, in the reader's language. */
const words: format.TimeWords = {
  near: (day) => NEAR[day](),
  when: (day, time) => t`${day}, ${time}`,
  between: (from, to) => t`${from} to ${to}`,
  range: (day, from, to) => t`${day}, ${from} to ${to}`,
};

// The one formatter, with hours as the reader counts them and in their language: pages take it from here and nowhere else.
const readerIn = (timeZone: string) => ({ timeZone, hours: ownClock().hours, language: language(), words });

export const formatClock = (moment: Moment, zone: string): Clock => format.formatClock(moment, readerIn(zone));
export const formatClocks = (moment: Moment, own: string, other: string) =>
  format.formatClocks(moment, readerIn(own), readerIn(other));
export const formatRange = (startsAt: Moment, endsAt: Moment, zone: string, now?: Moment) =>
  format.formatRange(startsAt, endsAt, readerIn(zone), now);
export const formatDay = (moment: Moment, zone: string, now?: Moment) => format.formatDay(moment, readerIn(zone), now);
export const formatTime = (moment: Moment, zone: string) => format.formatTime(moment, readerIn(zone));
/** `Tue 24 Nov, 16:00`, and near `now` `Today, 16:00`: the one way to name a day with its time. */
export const formatWhen = (moment: Moment, zone: string, now?: Moment) =>
  format.formatWhen(moment, readerIn(zone), now);
/** Which of the days around `now` it is, for who has words of their own; null for every other. */
export const nearDay = format.nearDay;
/** A local date, `Tue 24 Nov`, or in another style: `weekday` is `Tue`, `dayAndMonth` `24 Nov`, `long` `Tuesday 24 November`. */
export const formatDate = (date: string, style?: DateStyle) => format.formatDate(date, language(), style);
/** From one local date to another: `24 to 30 Nov`, `28 Nov to 4 Dec`. */
export const formatDates = (from: string, to: string) => format.formatDates(from, to, language(), words);
/** A date on a moment's clock, in a style: `weekday` for `Tue`. */
export const formatDateAt = (moment: Moment, zone: string, style: DateStyle) =>
  formatDate(localDateOf(new Date(moment).getTime(), zone), style);
/** A time of day of a schedule, `HH:mm`. */
export const formatClockTime = (time: string) => format.formatClockTime(time, ownClock().hours, language());

/** The zones that a person may choose; UTC too, which browsers leave out of their list. */
export const allZones = () => [...new Set([...Intl.supportedValuesOf('timeZone'), deviceZone(), 'UTC'])].sort();

/** A zone as people read it: `Los Angeles (UTC−08:00)`; at a moment, because the offset moves with the seasons. */
export function zoneLabel(moment: Moment, zone = ownClock().timeZone) {
  const { city, offset } = formatClock(moment, zone);
  return zone === 'UTC' || zone.startsWith('Etc/') ? city : t`${city} (UTC${offset})`;
}

/** `days` after a local date, on the calendar: `addDays('2026-02-28', 1)` is `2026-03-01`. */
export function addDays(date: string, days: number) {
  const midnight = new Date(`${date}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + days);
  return midnight.toISOString().slice(0, 10);
}

type Whose = 'doctor' | 'patient';

/** What <Clocks> shows: the reader's clock and, where it differs, the other person's. */
export function clocksFor(startsAt: string, otherZone: string, whose: Whose, zone = ownClock().timeZone) {
  const { own, other } = formatClocks(startsAt, zone, otherZone);
  const timeOf = ({ day, time }: Clock) => words.when(day, time);
  return {
    own: { time: timeOf(own), place: yourTime(own), at: startsAt },
    other: other && { time: timeOf(other), place: theirTime(other, whose), at: startsAt },
  };
}

const yourTime = ({ city }: Clock) => t`${city}, your time`;
const theirTime = ({ city }: Clock, whose: Whose) =>
  whose === 'doctor' ? t`${city}, the doctor’s time` : t`${city}, the patient’s time`;
