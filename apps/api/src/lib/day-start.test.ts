import { expect, test } from 'vitest';
import { dayStart } from './day-start.js';

test.each([
  ['2026-11-24', 'America/New_York', '2026-11-24T05:00:00.000Z'],
  ['2026-11-24', 'Asia/Kathmandu', '2026-11-23T18:15:00.000Z'],
  ['2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z'],
])('%s begins in %s at %s', (date, timeZone, instant) => {
  expect(dayStart(date, timeZone).toISOString()).toBe(instant);
});

test('where the clock jumps over midnight, the day begins at one', () => {
  expect(dayStart('2027-03-14', 'America/Havana').toISOString()).toBe('2027-03-14T05:00:00.000Z');
});
