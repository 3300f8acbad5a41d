import { expect, test } from 'vitest';
import { buildSchedule, range } from '../testing/build.js';
import { draftOf, withDay } from './draft.js';
import { dayProblems, rangeProblems } from './problems.js';

test('hours that end before they start, overlap or cannot be read are named by their place', () => {
  expect(rangeProblems([range('12:00', '09:00')], 30).get(0)).toBe(
    'Must be after the start, 12:00, or at most 16 hours later on the next day.',
  );
  expect(rangeProblems([range('09:00', 'noon')], 30).get(0)).toBe('Must be a time, like 09:30.');
  expect([...rangeProblems([range('09:00', '12:00'), range('11:00', '13:00')], 30).keys()]).toEqual([1]);
});

test('hours that hold no appointment are too short', () => {
  expect(rangeProblems([range('09:00', '09:20')], 30).get(0)).toBe('Too short for a visit of 30 minutes.');
});

test('an evening may reach midnight', () => {
  expect(rangeProblems([range('20:00', '00:00')], 30).size).toBe(0);
});

test('FR-9: a night may not run into the hours of the next day', () => {
  const monday = withDay(draftOf(buildSchedule()), 'monday', { isOn: true, ranges: [range('22:00', '02:00')] });
  expect(dayProblems(monday).size).toBe(0);
  const both = withDay(monday, 'tuesday', { isOn: true, ranges: [range('01:00', '05:00')] });
  expect(dayProblems(both).get('tuesday')?.get(0)).toBe('Overlaps with Monday, 22:00 to 02:00. Change one of the two.');
});

test('only days that are on can be wrong', () => {
  const bad = { ranges: [range('12:00', '09:00')] };
  const draft = withDay(draftOf(buildSchedule()), 'monday', { ...bad, isOn: true });
  expect([...dayProblems(withDay(draft, 'tuesday', { ...bad, isOn: false })).keys()]).toEqual(['monday']);
});
