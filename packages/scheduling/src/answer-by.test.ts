import { expect, test } from 'vitest';
import { answerByOf } from './answer-by.js';

const RULES = { answerHours: 72, releaseHours: 48 };
const startsAt = Date.parse('2026-11-24T14:00:00Z');
const hoursBefore = (hours: number) => startsAt - hours * 3_600_000;

test.each([
  ['three weeks ahead: 72 h', 21 * 24, 21 * 24 - 72],
  ['exactly 120 h ahead: both at once', 120, 48],
  ['four days ahead: 48 h before the start', 96, 48],
  ['just over two days ahead: the doctor still has four hours', 49, 45],
  ['48 h ahead: until the start', 48, 0],
  ['tomorrow: until the start, not released at once', 24, 0],
  ['an hour ahead: until the start', 1, 0],
])('a request made %s', (_when, made, answered) => {
  expect((startsAt - answerByOf(hoursBefore(made), startsAt, RULES)) / 3_600_000).toBe(answered);
});

test('a release so short that four hours would pass the start ends at the start', () => {
  expect(answerByOf(hoursBefore(2), startsAt, { answerHours: 72, releaseHours: 1 })).toBe(startsAt);
});
