import { beforeEach, expect, test, vi } from 'vitest';
import { call } from './call.js';
import { fallBackToPolling } from './polling-fallback.js';

vi.mock('./call.js', () => ({ call: vi.fn() }));

let fail: () => void;
let socket: {
  active: boolean;
  on: (event: string, listener: () => void) => void;
  io: { opts: { transports: string[] } };
};

beforeEach(() => {
  vi.mocked(call).mockReset();
  socket = {
    active: true,
    on: (_event, listener) => (fail = listener),
    io: { opts: { transports: ['websocket'] } },
  };
  fallBackToPolling(socket);
});

const tried = () => socket.io.opts.transports;
const serverSays = (longPolling: boolean) => vi.mocked(call).mockResolvedValue({ longPolling });
const asked = () => vi.mocked(call).mock.calls.length;

test('where no websocket gets through, both are tried in turn', async () => {
  serverSays(true);
  fail();
  await vi.waitFor(() => expect(tried()).toEqual(['polling']));
  fail();
  expect(tried()).toEqual(['websocket']);
  fail();
  expect(tried()).toEqual(['polling']);
  expect(asked()).toBe(1);
});

test('a server that takes websockets alone is asked for nothing else', async () => {
  serverSays(false);
  fail();
  await vi.waitFor(() => expect(asked()).toBe(1));
  expect(tried()).toEqual(['websocket']);
});

test('a server that was away is asked again', async () => {
  vi.mocked(call).mockRejectedValueOnce(new Error('away'));
  fail();
  await vi.waitFor(() => expect(asked()).toBe(1));
  serverSays(true);
  fail();
  await vi.waitFor(() => expect(tried()).toEqual(['polling']));
});

test('a refusal is no reason', () => {
  socket.active = false;
  fail();
  expect(asked()).toBe(0);
});
