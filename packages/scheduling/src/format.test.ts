import { describe, expect, test } from 'vitest';
import {
  formatBothClocks,
  formatClock,
  formatClocks,
  formatClockTime,
  formatDate,
  formatDay,
  formatOffset,
  formatRange,
  formatTime,
} from './format.js';

const LOS_ANGELES = 'America/Los_Angeles';
const AUCKLAND = 'Pacific/Auckland';
const appointment = '2026-11-25T00:00:00Z';
const end = '2026-11-25T00:30:00Z';

describe('TZ-6: one formatter', () => {
  test('says both clocks', () => {
    expect(formatBothClocks(appointment, AUCKLAND, LOS_ANGELES)).toBe(
      "Wed 25 Nov 13:00 (your time, +13:00) · Tue 24 Nov 16:00 doctor's time (−08:00)",
    );
    expect(formatBothClocks(appointment, LOS_ANGELES, AUCKLAND, 'patient')).toBe(
      "Tue 24 Nov 16:00 (your time, −08:00) · Wed 25 Nov 13:00 patient's time (+13:00)",
    );
  });

  test('says one where both show the same, however the zones are called', () => {
    expect(formatClocks(appointment, LOS_ANGELES, 'America/Vancouver').other).toBeNull();
    expect(formatBothClocks(appointment, 'Europe/London', 'Africa/Accra')).toBe('Wed 25 Nov 00:00 (your time, +00:00)');
  });

  test('takes a moment apart', () => {
    const expected = { day: 'Tue 24 Nov', time: '16:00', offset: '−08:00', city: 'Los Angeles' };
    for (const moment of [appointment, Date.parse(appointment), new Date(appointment)]) {
      expect(formatClock(moment, LOS_ANGELES)).toEqual(expected);
    }
  });

  test.each([
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['Asia/Calcutta', 'Kolkata'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['Etc/GMT+5', 'UTC−05:00'],
  ])('calls %s %s', (timeZone, city) => expect(formatClock(appointment, timeZone).city).toBe(city));

  test('knows odd offsets', () => {
    expect(formatClock(appointment, 'Asia/Kathmandu').offset).toBe('+05:45');
    expect(formatClock(appointment, 'America/St_Johns').offset).toBe('−03:30');
    expect(formatOffset(0)).toBe('+00:00');
  });
});

describe('days and ranges', () => {
  test('a range names its day once', () => {
    expect(formatRange(appointment, end, LOS_ANGELES)).toBe('Tue 24 Nov, 16:00 to 16:30');
    expect(formatRange(appointment, end, LOS_ANGELES, '2026-11-24T10:00:00Z')).toBe('Today, 16:00 to 16:30');
  });

  test('a range over midnight names both', () => {
    expect(formatRange('2026-11-24T23:45:00Z', '2026-11-25T00:15:00Z', 'UTC')).toBe(
      'Tue 24 Nov, 23:45 to Wed 25 Nov, 00:15',
    );
  });

  test.each([
    ['2026-11-25T09:00:00Z', 'Today'],
    ['2026-11-24T09:00:00Z', 'Tomorrow'],
    ['2026-11-26T09:00:00Z', 'Yesterday'],
    ['2026-11-20T09:00:00Z', 'Wed 25 Nov'],
    ['2027-01-02T09:00:00Z', 'Wed 25 Nov 2026'],
  ])('seen at %s the day is %s', (now, day) => expect(formatDay('2026-11-25T12:00:00Z', 'UTC', now)).toBe(day));

  test("tomorrow is the reader's tomorrow, also when the clock changes between", () => {
    // Noon to noon is 25 hours here.
    expect(formatDay('2026-11-01T17:00:00Z', 'America/New_York', '2026-10-31T16:00:00Z')).toBe('Tomorrow');
  });

  test('a local date needs no zone', () => expect(formatDate('2026-09-08')).toBe('Tue 8 Sep'));

  test('TZ-3: a time in a repeated hour carries its offset, others do not', () => {
    const newYork = 'America/New_York';
    expect(formatTime('2026-11-01T05:30:00Z', newYork)).toBe('01:30 (−04:00)');
    expect(formatTime('2026-11-01T06:30:00Z', newYork)).toBe('01:30 (−05:00)');
    expect(formatTime('2026-11-01T07:00:00Z', newYork)).toBe('02:00');
    expect(formatTime('2026-11-01T04:30:00Z', newYork)).toBe('00:30');
    expect(formatTime('2027-03-14T07:00:00Z', newYork)).toBe('03:00');
  });
});

test('hours are counted to twelve for who reads them so, everywhere alike', () => {
  const twelve = { timeZone: 'America/Los_Angeles', hours: 12 } as const;
  const afternoon = '2026-11-25T00:00:00Z';
  expect(formatTime(afternoon, twelve)).toBe('4:00 PM');
  expect(formatClock(afternoon, twelve)).toMatchObject({ day: 'Tue 24 Nov', time: '4:00 PM' });
  expect(formatRange(afternoon, '2026-11-25T00:30:00Z', twelve)).toBe('Tue 24 Nov, 4:00 PM to 4:30 PM');
  expect(formatBothClocks(afternoon, twelve, { ...twelve, timeZone: 'Pacific/Auckland' })).toBe(
    "Tue 24 Nov 4:00 PM (your time, −08:00) · Wed 25 Nov 1:00 PM doctor's time (+13:00)",
  );
  expect(['00:00', '11:59', '12:00', '24:00'].map((time) => formatClockTime(time, 12))).toEqual([
    '12:00 AM',
    '11:59 AM',
    '12:00 PM',
    '12:00 AM',
  ]);
});
