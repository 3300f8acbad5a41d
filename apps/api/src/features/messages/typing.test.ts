import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTyping } from './typing.js';

describe('CH-12: typing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const record = () => {
    const told: string[] = [];
    return { told, typing: createTyping((event, to) => told.push(`${event.name} ${to}`), Date.now) };
  };

  test('a hundred signs in a second are passed on once; another two seconds later, once more', () => {
    const { told, typing } = record();
    for (let sign = 0; sign < 100; sign++) {
      typing.start('ana');
      vi.advanceTimersByTime(10);
    }
    expect(told).toEqual(['typing-start ana']);
    vi.advanceTimersByTime(1000);
    typing.start('ana');
    expect(told).toEqual(['typing-start ana', 'typing-start ana']);
  });

  test('without news it stops after five seconds, once', () => {
    const { told, typing } = record();
    typing.start('ana');
    vi.advanceTimersByTime(4000);
    typing.start('ana');
    vi.advanceTimersByTime(4999);
    expect(told).not.toContain('typing-stop ana');
    vi.advanceTimersByTime(1);
    typing.stop('ana');
    expect(told.filter((entry) => entry === 'typing-stop ana')).toHaveLength(1);
  });

  test('a socket that goes away stops everywhere', () => {
    const { told, typing } = record();
    typing.start('ana');
    typing.start('ben');
    typing.stopAll();
    expect(told.slice(2)).toEqual(['typing-stop ana', 'typing-stop ben']);
  });
});
