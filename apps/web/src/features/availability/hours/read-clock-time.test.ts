import { i18n } from '@lingui/core';
import { formatClockTime } from '@health-connect/scheduling/format';
import { expect, onTestFinished, test } from 'vitest';
import { readClockTime } from './read-clock-time.js';

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  [' 16:05 ', '16:05'],
  ['16h30', '16:30'],
  ['24', '00:00'],
  ['24:00', '00:00'],
  ['9 pm', '21:00'],
  ['12:30 AM', '00:30'],
])('%o is read as %s', (typed, time) => {
  expect(readClockTime(typed)).toBe(time);
});

test.each(['', 'noon', '25', '9:60', '24:30', '9:3', '12345', '13 pm'])('%o is no time', (typed) => {
  expect(readClockTime(typed)).toBeNull();
});

test.each(['en', 'es', 'ar', 'hi', 'pt'])('a time is read as %s writes it', (locale) => {
  onTestFinished(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));
  i18n.loadAndActivate({ locale, messages: {} });
  for (const time of ['00:30', '09:05', '12:00', '21:30']) {
    expect(readClockTime(formatClockTime(time, 12, locale)), formatClockTime(time, 12, locale)).toBe(time);
    expect(readClockTime(formatClockTime(time, 24, locale))).toBe(time);
  }
  expect(readClockTime('9 pm')).toBe('21:00');
});
