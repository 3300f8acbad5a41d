import { expect, test } from 'vitest';
import type { TimeRange } from './make-slots.js';
import { joinNights } from './nights.js';

const range = (text: string): TimeRange => {
  const [startTime, endTime] = text.split('-') as [string, string];
  return { startTime, endTime };
};
const join = (...days: string[][]) =>
  joinNights(days.map((ranges) => ranges.map(range))).map(({ ranges }) =>
    ranges.map(({ startTime, endTime }) => `${startTime}-${endTime}`),
  );

test('FR-9: an evening that reaches midnight and the morning that goes on from there are one entry', () => {
  expect(join(['09:00-12:00', '22:00-00:00'], ['00:00-02:00', '10:00-11:00'], [])).toEqual([
    ['09:00-12:00', '22:00-02:00'],
    ['10:00-11:00'],
    [],
  ]);
  expect(join(['22:00-00:15'], ['00:15-01:45'])).toEqual([['22:00-01:45'], []]);
});

test('night after night, and from the last day into the first', () => {
  const night = ['00:00-02:00', '22:00-24:00'];
  expect(join(night, night, night)).toEqual([['22:00-02:00'], ['22:00-02:00'], ['22:00-02:00']]);
});

test('what pauses at midnight, or would be longer than a night, stays two', () => {
  const apart = [['22:00-23:30'], ['00:00-02:00']];
  expect(join(...apart)).toEqual(apart);
  const always = [['00:00-00:00'], ['00:00-00:00']];
  expect(join(...always)).toEqual(always);
  const day = [['20:00-00:00'], ['00:00-14:00']];
  expect(join(...day)).toEqual(day);
});
