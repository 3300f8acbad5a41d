import { describe, expect, test } from 'vitest';
import { clockTimeOf, endMinutesOf, isClockTime, isEndTime, minutesOf } from './clock-time.js';

describe('times of day', () => {
  test('are minutes since midnight and back', () => {
    expect(minutesOf('09:30')).toBe(570);
    expect(clockTimeOf(570)).toBe('09:30');
  });

  test('00:00 as an end is midnight at the end of the day', () => {
    expect(minutesOf('00:00')).toBe(0);
    expect(endMinutesOf('00:00')).toBe(1440);
    expect(clockTimeOf(1440)).toBe('00:00');
  });

  test('an end that is not after its start lies on the next day, and 24:00 is an end only', () => {
    expect(endMinutesOf('02:00', 1320)).toBe(1560);
    expect([endMinutesOf('24:00', 1320), endMinutesOf('00:00', 1320)]).toEqual([1440, 1440]);
    expect(isEndTime('24:00')).toBe(true);
    expect(isEndTime('24:01')).toBe(false);
  });

  test.each(['24:00', '9:30', '09:60', '09:30:00', '', '0930'])('"%s" is none', (text) => {
    expect(isClockTime(text)).toBe(false);
  });
});
