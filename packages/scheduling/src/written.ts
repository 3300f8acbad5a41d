/** How hours are written: 13:00 or 1:00 PM. */
export type HourCycle = 12 | 24;

const DATE_STYLES = {
  /** `Tue 24 Nov`. */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** `Tue 24 Nov 2026`. */
  shortWithYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** `24 Nov`. */
  dayAndMonth: { day: 'numeric', month: 'short' },
  /** `24 Nov 2026`. */
  dayMonthYear: { day: 'numeric', month: 'short', year: 'numeric' },
  /** `Tuesday 24 November`. */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** `24 November 2026`. */
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  /** `Tue`. */
  weekday: { weekday: 'short' },
  /** `T`. */
  weekdayLetter: { weekday: 'narrow' },
  /** `Tuesday`. */
  weekdayName: { weekday: 'long' },
  /** `Tuesday 24 November 2026`. */
  everything: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** `24`. */
  day: { day: 'numeric' },
  /** `November`. */
  month: { month: 'long' },
  /** `November 2026`. */
  monthAndYear: { month: 'long', year: 'numeric' },
  /** `2026`. */
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Which parts of a date are written, and how long. */
export type DateStyle = keyof typeof DATE_STYLES;

const HOUR_STYLES: Record<HourCycle, Intl.DateTimeFormatOptions> = {
  24: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  12: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
};

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

// Making a formatter costs a hundred times what using it costs.
const formatters = new Map<string, Intl.DateTimeFormat>();
const figures = new Map<string, string[]>();

/** Whether a language, an IETF tag, is read from the right. */
const isReadFromRight = (language: string): boolean =>
  RIGHT_TO_LEFT.includes(new Intl.Locale(language).maximize().script ?? '');

/** What `Intl` is asked for: this product's English has the day before the month, "a, b and c", and weeks from Monday. */
export const intlTag = (language: string): string => (isEnglish(language) ? 'en-GB' : language);

/** A local date, `YYYY-MM-DD`, as a language writes it; always of the calendar in which appointments are kept. */
export function writeDate(date: string, language: string, style: DateStyle): string {
  const text = dateFormatter(language, style).format(midnightOf(date));
  return isolated(isEnglish(language) ? plainEnglish(text) : text, language);
}

/** From one local date to another: `24–30 nov`. Null in English, which puts a word between. */
export function writeDates(from: string, to: string, language: string): string | null {
  if (isEnglish(language)) return null;
  return isolated(dateFormatter(language, 'dayAndMonth').formatRange(midnightOf(from), midnightOf(to)), language);
}

/** A time of day, `HH:mm` to 24 hours or as an end `24:00`: `13:00`, `1:00 PM`, `١:٠٠ م`. */
export function writeTime(time: string, hours: HourCycle, language: string): string {
  if (isEnglish(language)) return hours === 24 ? time : englishTwelve(time);
  const isEnd = time === '24:00';
  const moment = Date.parse(`2000-01-01T${isEnd ? '00:00' : time}Z`);
  const parts = formatterFor(language, HOUR_STYLES[hours]).formatToParts(moment);
  const written = parts.map(({ type, value }) =>
    isEnd && hours === 24 && type === 'hour' ? writeTwo(24, language) : value,
  );
  // Some runtimes have a space here at which a line may end: "4:00 p." and "m." below it.
  return isolated(written.join('').replace(/\s/g, '\u00a0'), language);
}

/** Minutes from UTC in people's writing, with a true minus sign: −480 -> `−08:00`. */
export function writeOffset(minutes: number, language: string): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const text = `${minutes < 0 ? '−' : '+'}${writeTwo(hours, language)}:${writeTwo(rest, language)}`;
  return isolated(text, language);
}

/**
 * What stands in a sentence that is read from the right without changing its order or being changed by it, as signs
 * and names in other letters would. Everything written here is; in other languages nothing is added.
 */
export const isolated = (text: string, language: string): string =>
  isReadFromRight(language) ? `\u2068${text}\u2069` : text;

const isEnglish = (language: string) => language === 'en' || language.startsWith('en-');
const midnightOf = (date: string) => new Date(`${date}T00:00:00Z`);

/** Without the comma and the four letters of September, which some runtimes write and others do not. */
const plainEnglish = (text: string) => text.replace(',', '').replace(/Sept(?!e)/, 'Sep');

function englishTwelve(time: string): string {
  const hour = Number(time.slice(0, 2)) % 24;
  return `${hour % 12 || 12}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** Two figures of a language's writing. */
function writeTwo(figure: number, language: string): string {
  const two = String(figure).padStart(2, '0');
  return isEnglish(language) ? two : [...two].map((one) => figuresOf(language)[Number(one)]).join('');
}

function figuresOf(language: string): string[] {
  let ten = figures.get(language);
  if (!ten) {
    const { format } = new Intl.NumberFormat(language);
    ten = Array.from({ length: 10 }, (_, figure) => format(figure));
    figures.set(language, ten);
  }
  return ten;
}

const dateFormatter = (language: string, style: DateStyle) => formatterFor(language, DATE_STYLES[style]);

function formatterFor(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(intlTag(language), { ...options, timeZone: 'UTC', calendar: 'gregory' });
    formatters.set(key, formatter);
  }
  return formatter;
}
