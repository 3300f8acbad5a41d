import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookNow, whenBack } from './when-back.js';

let isReady: boolean;
let asked: number;

beforeEach(() => {
  vi.useFakeTimers();
  isReady = false;
  asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return new Response('{}', { status: isReady ? 200 : 503 });
  });
});
afterEach(() => void vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(0);

test('who waits is told once the server is ready, looked for less and less often', async () => {
  const told = vi.fn();
  whenBack(told);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).not.toHaveBeenCalled();
  expect(asked).toBeLessThan(9);
  isReady = true;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(told).toHaveBeenCalledOnce();
});

test('the socket is back: looked at once, not at the next turn', async () => {
  const told = vi.fn();
  whenBack(told);
  await vi.advanceTimersByTimeAsync(60_000);
  isReady = true;
  lookNow();
  await settle();
  expect(told).toHaveBeenCalledOnce();
});

test('where the socket is there before the rest, it is looked for often again', async () => {
  const told = vi.fn();
  whenBack(told);
  await vi.advanceTimersByTimeAsync(60_000);
  lookNow();
  await settle();
  isReady = true;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toHaveBeenCalledOnce();
});

test('nobody waits: nobody is asked', async () => {
  lookNow();
  whenBack(() => undefined)();
  lookNow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(0);
});
