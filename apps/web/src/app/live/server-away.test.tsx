import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerAway } from './server-away.js';

let state = 'connected';
let tooMany = false;
vi.mock('../../lib/socket-context.js', () => ({ useSocket: () => ({ connection: { state, tooMany } }) }));

beforeEach(() => {
  vi.useFakeTimers();
  tooMany = false;
});
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test('a server that stays away is told, and no longer when it is back', () => {
  state = 'lost';
  const { rerender } = render(<ServerAway />);
  wait(10_000);
  expect(screen.getByRole('status').textContent).toContain('The server does not answer.');

  state = 'connected';
  rerender(<ServerAway />);
  wait(10_000);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('a short interruption is nobody’s concern', () => {
  state = 'lost';
  const { rerender } = render(<ServerAway />);
  wait(1_000);
  state = 'connected';
  rerender(<ServerAway />);
  wait(10_000);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('a window that the server takes no more of says so, and what to do', () => {
  state = 'lost';
  tooMany = true;
  render(<ServerAway />);
  wait(10_000);
  expect(screen.getByRole('status').textContent).toContain('Too many windows are open. Close some of yours');
});
