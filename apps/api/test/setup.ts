import { afterEach, beforeEach, expect, vi } from 'vitest';

// Noise on the console is a bug that nobody has read yet.
beforeEach(() => {
  for (const method of ['log', 'warn', 'error', 'info'] as const) vi.spyOn(console, method);
});

afterEach(async () => {
  for (const method of ['log', 'warn', 'error', 'info'] as const) {
    expect(vi.mocked(console[method]).mock.calls, `console.${method} was called`).toEqual([]);
  }
  vi.restoreAllMocks();
  // Only now: a test may set what the configuration is made of before anything reads it.
  const { takeUndeclared } = await import('../src/http/declared.js');
  expect(takeUndeclared(), 'was sent against its declaration').toEqual([]);
});
