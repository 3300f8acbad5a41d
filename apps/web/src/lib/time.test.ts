import { expect, test } from 'vitest';
import { allZones, clocksFor } from './time.js';

test('TZ-6: the own clock stands first, the doctor’s below, each with its place', () => {
  const { own, other } = clocksFor('2026-11-25T00:00:00Z', 'Pacific/Auckland', 'doctor', 'America/Los_Angeles');
  expect(own).toMatchObject({ time: 'Tue 24 Nov, 16:00', place: 'Los Angeles, your time' });
  expect(other).toMatchObject({ time: 'Wed 25 Nov, 13:00', place: 'Auckland, the doctor’s time' });
});

test('in one zone there is one clock', () => {
  expect(clocksFor('2026-11-25T00:00:00Z', 'Asia/Tokyo', 'patient', 'Asia/Tokyo').other).toBeNull();
});

test('the zones to choose from hold UTC and the own one', () => {
  expect(allZones()).toEqual(expect.arrayContaining(['UTC', 'America/Los_Angeles']));
});
