import { t } from '@lingui/core/macro';
import type { DateLib, Formatters, Labels } from 'react-day-picker';
import { language } from '../lib/language/language.js';
import { formatDate } from '../lib/time.js';

const two = (figure: number) => String(figure).padStart(2, '0');

/** The date that a day is where the person is: `YYYY-MM-DD`. */
export const toDay = (date: Date) =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** As wide as a column is; the short name of a weekday is its whole name in some languages. */
function weekdayOver(date: Date): string {
  const short = formatDate(toDay(date), 'weekday');
  return short.length > 4 ? formatDate(toDay(date), 'weekdayLetter') : short;
}

/** How a calendar writes its days. The library has English; every other language is written by the browser. */
export const FORMATTERS: Partial<Formatters> = {
  formatCaption: (month) => formatDate(toDay(month), 'monthAndYear'),
  formatDay: (date) => formatDate(toDay(date), 'day'),
  formatMonthDropdown: (month) => formatDate(toDay(month), 'month'),
  formatYearDropdown: (year) => formatDate(toDay(year), 'year'),
  formatWeekdayName: weekdayOver,
};

const written = (date: Date, english: string, style: 'everything' | 'monthAndYear' | 'weekdayName', lib?: DateLib) =>
  language() === 'en' && lib ? lib.format(date, english) : formatDate(toDay(date), style);

/** What a calendar says to who does not see it. */
export const LABELS: Partial<Labels> = {
  labelDayButton: (date, modifiers, _, lib) => {
    const day = written(date, 'PPPP', 'everything', lib);
    const named = modifiers.today ? t`Today, ${day}` : day;
    return modifiers.selected ? t`${named}, selected` : named;
  },
  labelGrid: (date, _, lib) => written(date, 'LLLL y', 'monthAndYear', lib),
  labelWeekday: (date, _, lib) => written(date, 'cccc', 'weekdayName', lib),
  labelNav: () => t`Navigation bar`,
  labelNext: () => t`Go to the Next Month`,
  labelPrevious: () => t`Go to the Previous Month`,
  labelMonthDropdown: () => t`Choose the Month`,
  labelYearDropdown: () => t`Choose the Year`,
};
