import { expect, test } from 'vitest';
import { stepInGrid } from './grid-keys.js';

const grid = [['mon 9', 'mon 10', 'mon 11'], ['tue 9'], ['fri 9', 'fri 10']];

test.each([
  ['mon 9', 'ArrowDown', 'mon 10'],
  ['mon 10', 'ArrowUp', 'mon 9'],
  ['mon 9', 'ArrowUp', null],
  ['mon 11', 'ArrowDown', null],
  ['mon 11', 'ArrowRight', 'tue 9'],
  ['tue 9', 'ArrowRight', 'fri 9'],
  ['fri 10', 'ArrowRight', null],
  ['fri 10', 'ArrowLeft', 'tue 9'],
  ['mon 10', 'Home', 'mon 9'],
  ['mon 9', 'End', 'mon 11'],
  ['mon 9', 'Tab', null],
  ['gone', 'ArrowDown', null],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(stepInGrid(grid, from, key)).toBe(to);
});

test('on a phone the arrows go along the times of the day', () => {
  expect(stepInGrid(grid, 'mon 9', 'ArrowRight', true)).toBe('mon 10');
  expect(stepInGrid(grid, 'mon 11', 'ArrowRight', true)).toBeNull();
});
