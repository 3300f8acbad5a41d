import { expect, test } from 'vitest';
import { describeChanges } from '../draft/changes.js';
import { draftOf, withDay, withVisitMinutes } from '../draft/draft.js';
import { buildSchedule, range } from '../testing/build.js';
import { previewWeek } from './preview.js';

const MONDAY = '2026-11-30';
const before = draftOf(buildSchedule({ thursday: [range('09:00', '10:30')], friday: [range('09:00', '10:00')] }));

test('what comes is new, what goes is struck through, and the week is counted', () => {
  const after = withDay(before, 'thursday', { ranges: [range('08:30', '10:00')] });
  const { days, count, more } = previewWeek(before, after, MONDAY);
  expect(days.map(({ date }) => date)).toEqual(['2026-12-03', '2026-12-04']);
  expect(days[0]!.times).toEqual([
    { time: '08:30', standing: 'new' },
    { time: '09:00', standing: 'same' },
    { time: '09:30', standing: 'same' },
    { time: '10:00', standing: 'gone' },
  ]);
  expect([count, more]).toEqual([5, 0]);
});

test('a special date shows its own hours, a day off only what goes', () => {
  const after = { ...before, overrides: [{ date: '2026-12-03', slots: [] }] };
  const { days, count, more } = previewWeek(before, after, MONDAY);
  expect(days[0]!.times.every(({ standing }) => standing === 'gone')).toBe(true);
  expect([count, more]).toEqual([2, -3]);
});

test('changes are told in words', () => {
  expect(describeChanges(before, before)).toBe('');
  const thursday = withDay(before, 'thursday', { isOn: false });
  expect(describeChanges(before, thursday)).toBe('Thursday changed');
  expect(describeChanges(before, withDay(thursday, 'friday', { isOn: false }))).toBe('Thursday and Friday changed');
  expect(describeChanges(before, { ...before, timeZone: 'Europe/Paris' })).toBe('Time zone changed');
  expect(describeChanges(before, withVisitMinutes(before, 15))).toBe('Visit length, Thursday and Friday changed');
});

test('what is typed and taken back is no change', () => {
  const there = withDay(before, 'thursday', { ranges: [range('08:00', '10:30')] });
  expect(describeChanges(before, withDay(there, 'thursday', { ranges: [range('09:00', '10:30')] }))).toBe('');
});
