import { language } from '../../../lib/language/language.js';
import { formatNumber } from '../../../lib/write.js';

const LOOSE = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([\p{L}][\p{L}\p{M}.\s]*)?$/iu;
const ISOLATES = /[\u2066-\u2069]/g;

/**
 * What people type for a time, as `HH:mm`: 9, 930, 9.30, 09:30, 24, 9 pm, and as their language writes it: 9:30 p. m.
 * Null for anything else.
 */
export function readClockTime(typed: string): string | null {
  const [, digits, minutes = '00', half] = LOOSE.exec(inPlainDigits(typed)) ?? [];
  if (digits === undefined || Number(minutes) > 59) return null;
  const hours = half ? toDayHours(Number(digits), half) : Number(digits);
  // Midnight at the end of a day is written 00:00, as the schedule stores it.
  if (hours === 24 && minutes === '00') return '00:00';
  return hours > 23 ? null : `${String(hours).padStart(2, '0')}:${minutes}`;
}

/** 12 AM is midnight, 12 PM noon; there is no 13 PM. */
function toDayHours(hours: number, half: string): number {
  const isAfternoon = [...writtenHalf(21), 'p', 'pm'].includes(lettersOf(half));
  const isMorning = [...writtenHalf(9), 'a', 'am'].includes(lettersOf(half));
  if (hours < 1 || hours > 12 || isAfternoon === isMorning) return Infinity;
  return (hours % 12) + (isAfternoon ? 12 : 0);
}

/** What the reader's language calls the half of the day in which an hour lies. */
function writtenHalf(hour: number): string[] {
  const style = { hour: 'numeric', hourCycle: 'h12', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language(), style)
    .formatToParts(hour * 3_600_000)
    .flatMap(({ type, value }) => (type === 'dayPeriod' ? [lettersOf(value)] : []));
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');

function inPlainDigits(typed: string): string {
  const digits = Array.from({ length: 10 }, (_, digit) => formatNumber(digit));
  return typed
    .replace(ISOLATES, '')
    .trim()
    .replace(/\p{Nd}/gu, (sign) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign));
}
