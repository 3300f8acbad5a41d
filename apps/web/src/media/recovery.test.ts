import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ATTEMPT_MS, CONNECT_MS, MOST_ATTEMPTS, RESTART_AFTER_MS, type PeerState, Recovery } from './recovery.js';
import { createFakeClock } from './testing/fake-clock.js';

let clock = createFakeClock();
const restart = vi.fn(async () => undefined);
let state: PeerState;
let recovery: Recovery;

beforeEach(() => {
  clock = createFakeClock();
  restart.mockClear();
  state = { status: 'new' };
  recovery = new Recovery({ clock, restart, setState: (next) => (state = next) });
});

function connect() {
  recovery.expectConnection();
  recovery.connectionChanged('connected');
}

describe('CALL-12: a connection that drops', () => {
  beforeEach(connect);

  test('gets a moment to come back by itself', () => {
    recovery.connectionChanged('disconnected');
    expect(state).toEqual({ status: 'reconnecting', attempt: 0 });

    recovery.connectionChanged('connected');
    clock.advance(RESTART_AFTER_MS);
    expect(state).toEqual({ status: 'connected' });
    expect(restart).not.toHaveBeenCalled();
  });

  test('is restarted when it does not', () => {
    recovery.connectionChanged('disconnected');
    clock.advance(RESTART_AFTER_MS);

    expect(state).toEqual({ status: 'reconnecting', attempt: 1 });
    expect(restart).toHaveBeenCalledTimes(1);
  });

  test('is restarted at once when it failed', () => {
    recovery.connectionChanged('failed');
    expect(restart).toHaveBeenCalledTimes(1);
  });

  test('is given up after three attempts, with a word on what to do', () => {
    recovery.connectionChanged('failed');
    clock.advance(ATTEMPT_MS * MOST_ATTEMPTS);

    expect(restart).toHaveBeenCalledTimes(MOST_ATTEMPTS);
    expect(state).toMatchObject({ status: 'failed', why: 'unreachable', help: expect.stringContaining('chat') });
    expect(clock.pending()).toBe(0);
  });

  test('has all its attempts again once it was back', () => {
    recovery.connectionChanged('failed');
    recovery.connectionChanged('connected');
    recovery.connectionChanged('failed');

    expect(state).toEqual({ status: 'reconnecting', attempt: 1 });
  });

  test('counts a restart that cannot be made as an attempt', () => {
    restart.mockRejectedValueOnce(new Error('no servers'));
    recovery.connectionChanged('failed');
    clock.advance(ATTEMPT_MS);

    expect(state).toEqual({ status: 'reconnecting', attempt: 2 });
  });

  test('given up, tries again when asked to, or when the network is back', () => {
    for (const again of [() => recovery.retry(), () => recovery.networkReturned()]) {
      recovery.connectionChanged('failed');
      clock.advance(ATTEMPT_MS * MOST_ATTEMPTS);
      expect(state.status).toBe('failed');

      again();
      expect(state).toEqual({ status: 'reconnecting', attempt: 1 });
    }
  });
});

test('a network that returns renews the path of a connection that still seems fine', () => {
  connect();
  recovery.networkReturned();

  expect(restart).toHaveBeenCalledTimes(1);
  expect(state).toEqual({ status: 'connected' });
});

test('a first connection that does not come is helped, but a call that only rings is left alone', () => {
  recovery.networkReturned();
  clock.advance(CONNECT_MS);
  expect(restart).not.toHaveBeenCalled();

  recovery.expectConnection();
  clock.advance(CONNECT_MS);
  expect(restart).toHaveBeenCalledTimes(1);
});

test('CALL-16: a closed one leaves no timer and stays closed', () => {
  connect();
  recovery.connectionChanged('disconnected');
  recovery.close();
  recovery.connectionChanged('failed');
  recovery.retry();

  expect(clock.pending()).toBe(0);
  expect(state).toEqual({ status: 'closed' });
  expect(restart).not.toHaveBeenCalled();
});
