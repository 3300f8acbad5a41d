import type { Dashboard } from '@health-connect/contract/doctors';
import { expect, test } from 'vitest';
import { percent, weekBars, weekDetail, weekTitle } from './figures/week-figures.js';
import { ago, inTheirWords, stretch, appointmentCount, waitingWords } from './labels.js';

const MINUTE = 60_000;

test.each([
  [0, '0 min'],
  [8 * MINUTE, '8 min'],
  [60 * MINUTE, '1 h'],
  [80 * MINUTE, '1 h 20 min'],
  [26 * 60 * MINUTE, '1 day'],
  [75 * 60 * MINUTE, '3 days'],
])('%i ms is %s', (ms, words) => {
  expect(stretch(ms)).toBe(words);
});

test('how long ago is told no finer than it matters', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(ago('2026-11-25T11:59:30Z', now)).toBe('just now');
  expect(ago('2026-11-25T11:40:00Z', now)).toBe('20 min ago');
  expect(ago('2026-11-25T10:20:00Z', now)).toBe('1 h ago');
  expect(ago('2026-11-23T10:00:00Z', now)).toBe('2 days ago');
});

test('who has just come does not wait for 0 minutes', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(waitingWords('2026-11-25T11:59:30Z', now)).toBe('Just came to the waiting room');
  expect(waitingWords('2026-11-25T11:55:00Z', now)).toBe('In the waiting room for 5 min');
});

test('the reason stands before what the patient wrote; either may be missing', () => {
  expect(inTheirWords({ reason: 'Follow-up', symptoms: 'A rash since Monday' }, '. ')).toBe(
    'Follow-up. A rash since Monday',
  );
  expect(inTheirWords({ reason: '', symptoms: 'A rash' })).toBe('A rash');
  expect(inTheirWords({ reason: '', symptoms: '' })).toBe('');
});

test('counts in words', () => {
  expect([0, 1, 2].map(appointmentCount)).toEqual(['no visits', '1 visit', '2 visits']);
});

const dashboard: Dashboard = {
  todayCount: 10,
  todayCompleted: 4,
  pendingCount: 3,
  weekCount: 30,
  weekCompleted: 24,
  lastWeekCount: 27,
  completionRate: 0.944,
  noShowRate: null,
  rating: 4.8,
  reviewCount: 12,
  week: [9, 11, 10, 0, 0, 0, 0].map((booked, index) => ({
    date: `2026-11-${23 + index}`,
    booked,
    completed: Math.min(booked, 4),
  })),
};

test('the chart’s title says the finding', () => {
  expect(weekTitle(dashboard)).toBe('30 visits this week, 24 done');
  expect(weekDetail(dashboard)).toMatch(/^3 more than last week\./);
  expect(weekTitle({ ...dashboard, weekCount: 0 })).toBe('No visits this week');
});

test('today carries both figures, and an empty weekend is left out', () => {
  const bars = weekBars(dashboard, '2026-11-25');
  expect(bars.map(({ label }) => label)).toEqual(['Mon', 'Tue', 'Today', 'Thu', 'Fri']);
  expect(bars[2]).toMatchObject({ value: 10, done: 4, text: '4 of 10', current: true });
  expect(weekBars(dashboard, '2026-11-29')).toHaveLength(7);
});

test('a rate is a percentage, or nothing before the first appointment', () => {
  expect(percent(0.944)).toBe('94%');
  expect(percent(null)).toBeNull();
});
