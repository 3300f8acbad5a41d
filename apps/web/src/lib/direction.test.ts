import { afterEach, expect, test } from 'vitest';
import { direction, inlineKey } from './direction.js';

afterEach(() => document.documentElement.removeAttribute('dir'));

test('keys go the way lines run: where they run to the left, the left arrow leads on', () => {
  expect([direction(), inlineKey('ArrowLeft'), inlineKey('ArrowRight')]).toEqual(['ltr', 'ArrowLeft', 'ArrowRight']);
  document.documentElement.dir = 'rtl';
  expect([direction(), inlineKey('ArrowLeft'), inlineKey('ArrowRight')]).toEqual(['rtl', 'ArrowRight', 'ArrowLeft']);
  expect([inlineKey('ArrowDown'), inlineKey('Home')]).toEqual(['ArrowDown', 'Home']);
});
