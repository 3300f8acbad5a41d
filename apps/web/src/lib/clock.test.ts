import { expect, test } from 'vitest';
import { within } from './clock.js';
import { createFakeClock } from '../media/testing/fake-clock.js';

test('work that takes too long, or fails, gives the fallback', async () => {
  const clock = createFakeClock();
  const slow = within(clock, 3_000, new Promise<string>(() => {}), 'fallback');
  clock.advance(3_000);

  expect(await slow).toBe('fallback');
  expect(await within(clock, 3_000, Promise.reject(new Error('away')), 'fallback')).toBe('fallback');
});

test('work that is done in time gives its value and leaves no timer', async () => {
  const clock = createFakeClock();

  expect(await within(clock, 3_000, Promise.resolve('value'), 'fallback')).toBe('value');
  expect(clock.pending()).toBe(0);
});
