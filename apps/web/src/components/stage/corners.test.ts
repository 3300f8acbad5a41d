import { expect, test } from 'vitest';
import { cornerByKey, nearestCorner, nextCorner } from './corners.js';

const PLACE = { width: 800, height: 600 };

test.each([
  [{ x: 10, y: 10 }, 'top-left'],
  [{ x: 700, y: 299 }, 'top-right'],
  [{ x: 399, y: 301 }, 'bottom-left'],
  [{ x: 900, y: 900 }, 'bottom-right'],
] as const)('let go at %o it lies %s', (point, corner) => {
  expect(nearestCorner(point, PLACE)).toBe(corner);
});

test.each([
  ['bottom-right', 'ArrowUp', 'top-right'],
  ['bottom-right', 'ArrowLeft', 'bottom-left'],
  ['bottom-right', 'ArrowRight', 'bottom-right'],
  ['top-left', 'ArrowDown', 'bottom-left'],
  ['top-left', 'Enter', null],
] as const)('from %s %s leads to %s', (corner, key, next) => {
  expect(cornerByKey(corner, key)).toBe(next);
});

test('presses lead round all four corners', () => {
  const second = nextCorner('bottom-right');
  const third = nextCorner(second);
  const fourth = nextCorner(third);
  expect(new Set(['bottom-right', second, third, fourth]).size).toBe(4);
  expect(nextCorner(fourth)).toBe('bottom-right');
});
