import { type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import { addDays } from './time.js';

export const WEEK_DAYS = WEEKDAYS.length;

/** 0 for Monday to 6 for Sunday. */
const indexOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The weekday of a local date. */
export const weekdayOf = (date: string): Weekday => WEEKDAYS[indexOf(date)]!;

/** The Monday of the week in which a local date lies. */
export const mondayOf = (date: string) => addDays(date, -indexOf(date));

/** The seven local dates of the week that starts on a Monday. */
export const weekFrom = (monday: string) => WEEKDAYS.map((_, index) => addDays(monday, index));
