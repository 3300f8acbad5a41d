import { afterEach, beforeEach, expect, vi } from 'vitest';
import { takeUndeclared } from '../src/http/declared.js';

// Noise on the console is a bug that nobody has read yet.
beforeEach(() => {
  for (const method of ['log', 'warn', 'error', 'info'] as const) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of ['log', 'warn', 'error', 'info'] as const) {
    expect(vi.mocked(console[method]).mock.calls, `console.${method} was called`).toEqual([]);
  }
  vi.restoreAllMocks();
  expect(takeUndeclared(), 'was sent against its declaration').toEqual([]);
});
