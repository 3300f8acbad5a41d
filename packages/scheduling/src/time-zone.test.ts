import { describe, expect, test } from 'vitest';
import { isTimeZone } from './time-zone.js';

describe('isTimeZone', () => {
  test.each([
    'UTC',
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Etc/GMT+5',
    'US/Pacific',
  ])('a listed name is accepted: %s', (name) => expect(isTimeZone(name)).toBe(true));

  test.each([
    'Mars/Olympus',
    'EST5EDT;M3.2.0,M11.1.0',
    'EST5EDT',
    '+05:30',
    '',
    'PST',
    'america/new_york',
    'Asia/TOKYO',
    ' Asia/Tokyo',
  ])('TZ-10: anything else is refused: "%s"', (name) => expect(isTimeZone(name)).toBe(false));
});
