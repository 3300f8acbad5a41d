import { describe, expect, test } from 'vitest';
import { median, ratePerSecond } from './load.js';
import { type Figure, judge, table } from './report.js';

const figure = (over: Partial<Figure>): Figure => ({
  id: 'P0',
  name: 'work',
  ours: 60,
  reference: 100,
  unit: 'req/s',
  goal: { atLeast: 0.6 },
  ...over,
});

describe('a figure is judged', () => {
  test('as a ratio beside its reference, the goal itself included', () => {
    expect(judge(figure({}))).toMatchObject({ measure: 0.6, met: true });
    expect(judge(figure({ ours: 59 })).met).toBe(false);
    expect(judge(figure({ goal: { atMost: 0.6 } })).met).toBe(true);
    expect(judge(figure({ ours: 61, goal: { atMost: 0.6 } })).met).toBe(false);
  });

  test('by itself without one', () => {
    expect(judge(figure({ reference: null, goal: { atMost: 60 } }))).toMatchObject({ measure: 60, met: true });
  });
});

test('the table says each figure, its reference, the ratio, the goal and whether it is met, in columns', () => {
  const [head, met, not] = table([
    judge(figure({})),
    judge(figure({ name: 'longer work', ours: 4.256, reference: null, unit: 'ms', goal: { atMost: 4 } })),
  ]).split('\n');
  expect(head).toMatch(/work +ours +reference +ratio +goal/);
  expect(met).toMatch(/^P0 +work +60\.0 req\/s +100 req\/s +0\.600 +≥ 0\.6 +met$/);
  expect(not).toMatch(/^P0 +longer work +4\.26 ms +– +– +≤ 4 +NOT MET$/);
  expect(not!.indexOf('≤')).toBe(met!.indexOf('≥'));
});

test('the median is the middle one, in whatever order they come', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([100, 9])).toBe(100);
});

test('a rate does each piece of work once, no more than so many at a time', async () => {
  const done: number[] = [];
  let [running, most] = [0, 0];
  const rate = await ratePerSecond([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    done.push(item);
    running -= 1;
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(rate).toBeGreaterThan(0);
});
