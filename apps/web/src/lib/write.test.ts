import { i18n } from '@lingui/core';
import { afterEach, expect, test } from 'vitest';
import { formatDate, formatDates, formatRange } from './time.js';
import { firstWeekday, weekdayName } from './week.js';
import { apart, formatNumber, formatPercent, listOf, rowOf } from './write.js';

const read = (language: string) => i18n.loadAndActivate({ locale: language, messages: {} });
afterEach(() => read('en'));

const written = () => ({
  list: listOf(['a', 'b', 'c']),
  row: rowOf(['a', 'b', 'c']),
  number: formatNumber(12_045.5),
  percent: formatPercent(0.94),
  day: formatDate('2026-11-24'),
  week: formatDates('2026-11-24', '2026-11-30'),
  weekday: weekdayName('tuesday'),
  first: firstWeekday(),
});

test('lists, figures and days are written in the language that the page is read in', () => {
  expect(written()).toEqual({
    list: 'a, b and c',
    row: 'a, b, c',
    number: '12,045.5',
    percent: '94%',
    day: 'Tue 24 Nov',
    week: '24 to 30 Nov',
    weekday: 'Tuesday',
    first: 1,
  });
  read('es');
  const { list, number, day, weekday, first } = written();
  expect({ list, number, day, weekday, first }).toEqual({
    list: 'a, b y c',
    number: '12.045,5',
    day: 'mar, 24 nov',
    weekday: 'martes',
    first: 1,
  });
  expect(formatRange('2026-11-25T00:00:00Z', '2026-11-25T00:30:00Z', 'America/Los_Angeles')).toContain('mar, 24 nov');
  read('ar');
  expect(written()).toMatchObject({ first: 6, weekday: expect.stringContaining('الثلاثاء') as string });
});

test('a sign keeps its order in a sentence that is read from the right, and is left alone elsewhere', () => {
  expect([apart('O+'), apart('')]).toEqual(['O+', '']);
  read('ar');
  expect([apart('O+'), apart('')]).toEqual(['\u2068O+\u2069', '']);
});
