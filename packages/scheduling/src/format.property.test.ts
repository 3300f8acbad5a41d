import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at as instantOf, YEAR, ZONES } from '../test/availability.js';
import {
  formatClock,
  formatClockTime,
  formatDate,
  formatDates,
  formatDay,
  formatOffset,
  formatRange,
} from './format.js';
import { localTimeAt } from './local-time.js';
import { datesBetween } from './wall-clock.js';

const LANGUAGES = ['en', 'es', 'ar', 'ar-EG', 'hi', 'fa'];
const { from, to } = YEAR;
const dates = datesBetween(from, to);
const DAY_MS = 86_400_000;
const anyMoment = fc.integer({ min: instantOf(from) + DAY_MS, max: instantOf(to) });
const anyZone = fc.constantFrom(...ZONES);
const anyHours = fc.constantFrom<12 | 24>(12, 24);
const FIRST_STRONG_ISOLATE = '\u2068';

/** Figures of any writing as those of a computer. */
function figuresOf(text: string, language: string): string {
  const zero = new Intl.NumberFormat(language).format(0).codePointAt(0)!;
  return [...text]
    .map((sign) => {
      const figure = sign.codePointAt(0)! - zero;
      return figure >= 0 && figure <= 9 ? String(figure) : sign;
    })
    .join('');
}

const numbersIn = (text: string, language: string) => (figuresOf(text, language).match(/\d+/g) ?? []).map(Number);
describe.each(LANGUAGES)('in %s', (language) => {
  const written = new Map(dates.map((date) => [formatDate(date, language), date]));

  test('each day of a year is written as no other', () => expect(written.size).toBe(dates.length));

  test('whatever the clock shows names the moment that it is', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, anyHours, (moment, timeZone, hours) => {
        const { date, time, offsetMinutes } = localTimeAt(moment, timeZone);
        const [hour, minute] = time.split(':').map(Number) as [number, number];
        const clock = formatClock(moment, { timeZone, hours, language });
        expect(numbersIn(clock.day, language)).toEqual([Number(date.slice(8))]);
        expect(written.get(clock.day)).toBe(date);
        expect(numbersIn(clock.time, language)).toEqual([hours === 24 ? hour : hour % 12 || 12, minute]);
        // The half of the day is told apart by more than figures.
        const twelveLater = formatClockTime(
          `${String((hour + 12) % 24).padStart(2, '0')}${time.slice(2)}`,
          hours,
          language,
        );
        expect(twelveLater).not.toBe(clock.time);
        expect(numbersIn(clock.offset, language)).toEqual([
          Math.floor(Math.abs(offsetMinutes) / 60),
          Math.abs(offsetMinutes) % 60,
        ]);
        expect(clock.offset.includes('−')).toBe(offsetMinutes < 0);
      }),
      { numRuns: 60 },
    );
  });

  test('the day before, of and after now are named by their word, all others by their date', () => {
    const words = {
      near: (day: string) => `«${day}»`,
      when: (day: string, time: string) => `${day} ${time}`,
      between: (from: string, to: string) => `${from} … ${to}`,
      range: (day: string, from: string, to: string) => `${day}: ${from} … ${to}`,
    };
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -4, max: 4 }), anyZone, (now, ahead, timeZone) => {
        const reader = { timeZone, hours: 24, language, words } as const;
        const moment = now + ahead * DAY_MS;
        const dateOf = (instant: number) => localTimeAt(instant, timeZone).date;
        const days = (Date.parse(dateOf(moment)) - Date.parse(dateOf(now))) / DAY_MS;
        const word = new Map([
          [-1, '«yesterday»'],
          [0, '«today»'],
          [1, '«tomorrow»'],
        ]).get(days);
        const isThisYear = dateOf(moment).slice(0, 4) === dateOf(now).slice(0, 4);
        const date = formatDate(dateOf(moment), language, isThisYear ? 'short' : 'shortWithYear');
        expect(formatDay(moment, reader, now)).toBe(word ?? date);
        expect(formatRange(moment, moment, reader, now).startsWith(`${word ?? date}: `)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('what is read from the right keeps its parts apart from what stands around them, and nothing else does', () => {
    const clock = formatClock('2026-11-25T00:00:00Z', { timeZone: 'America/Los_Angeles', hours: 12, language });
    const texts = [
      ...Object.values(clock),
      formatOffset(-480, language),
      formatDates('2026-11-24', '2026-11-30', language),
    ];
    const apart = texts.filter((text) => text.startsWith(FIRST_STRONG_ISOLATE));
    expect(apart).toHaveLength(/^(ar|fa)/.test(language) ? texts.length : 0);
  });

  test('an end at midnight is still twenty-four', () => {
    expect(numbersIn(formatClockTime('24:00', 24, language), language)).toEqual([24, 0]);
    expect(numbersIn(formatClockTime('24:00', 12, language), language)).toEqual([12, 0]);
  });
});

test('English is written as ever; Spanish, Arabic and Hindi as they are', () => {
  const at = (language: string) => formatClock('2026-09-08T16:05:00Z', { timeZone: 'UTC', hours: 24, language }).day;
  expect(at('en')).toBe('Tue 8 Sep');
  expect(at('es')).toMatch(/^mar, 8 sept?$/);
  expect(at('ar')).toMatch(/الثلاثاء.*سبتمبر/);
  expect(formatClockTime('16:00', 12, 'es')).toBe('4:00\u00a0p.\u00a0m.');
  expect(at('hi')).toMatch(/^मंगल, 8 सित/);
  expect(formatDate('2026-09-08', 'en', 'long')).toBe('Tuesday 8 September');
  expect(formatDate('2026-09-08', 'en', 'shortWithYear')).toBe('Tue 8 Sep 2026');
  expect(formatDate('2026-09-08', 'en', 'full')).toBe('8 September 2026');
});
