import { expect, test } from 'vitest';
import { formatElapsed } from './elapsed.js';

test.each([
  [0, '00:00'],
  [252, '04:12'],
  [3_852, '1:04:12'],
])('%i s are %s', (seconds, text) => {
  expect(formatElapsed(5_000, 5_000 + seconds * 1_000)).toBe(text);
});

test('a clock that is a little behind shows no time before the beginning', () => {
  expect(formatElapsed(5_000, 4_000)).toBe('00:00');
});
