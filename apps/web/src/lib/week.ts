import { type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import { intlTag } from '@health-connect/scheduling/written';
import { language } from './language/language.js';
import { addDays, formatDate } from './time.js';

/** Younger than the types: some browsers have the one, some the other, some none. */
interface KnowsWeeks {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
}

const A_MONDAY = '2026-11-23';
/** For browsers that do not know: 7 for Sunday, every other language from Monday (CLDR, supplemental week data). */
const FIRST_DAYS: Record<string, number> = { ar: 6, fa: 6, he: 7, hi: 7, ja: 7, ko: 7, pt: 7, zh: 7 };

export const WEEK_DAYS = WEEKDAYS.length;

/** 0 for Monday to 6 for Sunday. */
const indexOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** What a weekday is called: `Monday`. */
export const weekdayName = (day: Weekday) => formatDate(addDays(A_MONDAY, WEEKDAYS.indexOf(day)), 'weekdayName');

/** What a week begins with in the reader's language, 0 for Sunday to 6 for Saturday, as calendars count. */
export function firstWeekday(): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const locale = new Intl.Locale(intlTag(language())) as Intl.Locale & KnowsWeeks;
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: FIRST_DAYS[locale.language] ?? 1 };
  return (firstDay % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** The weekday of a local date. */
export const weekdayOf = (date: string): Weekday => WEEKDAYS[indexOf(date)]!;

/** The Monday of the week in which a local date lies. */
export const mondayOf = (date: string) => addDays(date, -indexOf(date));

/** The seven local dates of the week that starts on a Monday. */
export const weekFrom = (monday: string) => WEEKDAYS.map((_, index) => addDays(monday, index));
