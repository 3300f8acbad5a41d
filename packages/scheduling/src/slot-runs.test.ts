import { expect, test } from 'vitest';
import { at, buildAvailability } from '../test/availability.js';
import { freeTimesOf, runsOf } from './slot-runs.js';
import { offeredSlots } from './slots.js';

const day = { from: '2026-11-24', to: '2026-11-24' };
const hours = { ranges: [{ startTime: '09:00', endTime: '12:00' }], visitMinutes: 30 };

test('free times that follow each other are one run; what is booked parts it', () => {
  const busy = [{ startsAt: at('2026-11-24T10:00:00Z'), endsAt: at('2026-11-24T10:30:00Z') }];
  const start = at('2026-11-24T09:00:00Z') / 60_000;
  expect(runsOf(offeredSlots({ ...buildAvailability({ hours }), ...day }))).toEqual([[start, 30, 6]]);
  expect(runsOf(offeredSlots({ ...buildAvailability({ hours, busy }), ...day }))).toEqual([
    [start, 30, 2],
    [start + 90, 30, 3],
  ]);
});

test('pauses and other lengths part runs too, and every one comes back as it was', () => {
  const slots = [0, 30, 75, 90].map((minute, index) => {
    const startsAt = at('2026-11-24T09:00:00Z') + minute * 60_000;
    return { startsAt, endsAt: startsAt + (index === 3 ? 45 : index === 2 ? 15 : 30) * 60_000 };
  });
  const runs = runsOf(slots);
  expect(runs.map(([, minutes, count]) => [minutes, count])).toEqual([
    [30, 2],
    [15, 1],
    [45, 1],
  ]);
  const times = freeTimesOf([{ date: '2026-11-24', runs }]);
  expect(times.map(({ startsAt, endsAt }) => ({ startsAt: at(startsAt), endsAt: at(endsAt) }))).toEqual(slots);
  expect(times[0]!.date).toBe('2026-11-24');
});
