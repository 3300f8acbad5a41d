import { MAX_SLOT_DAYS } from '@health-connect/contract/availability';
import { expect, test } from 'vitest';
import { requestFor, weekOf } from './weeks.js';

const LA = 'America/Los_Angeles';

test('a request covers its weeks with a day to spare on both sides, and never asks for too much', () => {
  expect(requestFor(0, '2026-11-24')).toEqual({ from: '2026-11-23', to: '2026-12-22' });
  expect(requestFor(3, '2026-11-24')).toEqual(requestFor(0, '2026-11-24'));
  expect(requestFor(4, '2026-11-24').from).toBe('2026-12-21');
  const { from, to } = requestFor(0, '2026-11-24');
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBeLessThanOrEqual(MAX_SLOT_DAYS);
});

test('the week of an instant is counted from today; what is over or unknown is in the first', () => {
  expect(weekOf('2026-12-01T20:00:00Z', LA, '2026-11-24')).toBe(1);
  expect(weekOf('2026-12-01T02:00:00Z', LA, '2026-11-24')).toBe(0);
  expect(weekOf('2026-11-01T20:00:00Z', LA, '2026-11-24')).toBe(0);
  expect(weekOf(null, LA, '2026-11-24')).toBe(0);
});
