import { beforeEach, expect, test, vi } from 'vitest';
import { checkNetwork } from './network-check.js';
import { createFakeClock, settled } from './testing/fake-clock.js';
import { FakePeerConnection } from './testing/fake-peer-connection.js';

let clock = createFakeClock();

beforeEach(() => {
  clock = createFakeClock();
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
});

const SERVERS = [{ urls: 'stun:stun.example:3478' }];

async function checking(iceServers: RTCIceServer[] = SERVERS) {
  const answer = checkNetwork(iceServers, { clock, timeoutMs: 5_000 });
  await settled();
  const connection = FakePeerConnection.all.at(-1)!;
  const finds = (type: string | null) =>
    connection.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: type && { type } }));
  return { answer, connection, finds };
}

test.each(['srflx', 'relay'])('an address that others can reach (%s) is good, at once', async (type) => {
  const { answer, finds } = await checking();
  finds('host');
  finds(type);

  expect(await answer).toBe('good');
});

test('servers that were asked and did not answer: only then limited', async () => {
  const { answer, finds } = await checking();
  finds('host');
  finds(null);

  expect(await answer).toBe('limited');
  expect(clock.pending()).toBe(0);
});

test('a slow server is no reason to warn', async () => {
  const { answer, finds } = await checking();
  finds('host');
  clock.advance(5_000);

  expect(await answer).toBe('unknown');
});

test('where no server is configured nothing was measured', async () => {
  const { answer, finds } = await checking([]);
  finds('host');
  finds(null);

  expect(await answer).toBe('unknown');
});

test('no address at all is none, and the wait has an end that leaves nothing behind', async () => {
  const { answer, connection } = await checking();
  clock.advance(5_000);

  expect(await answer).toBe('none');
  expect(connection.connectionState).toBe('closed');
  expect(connection.listeners).toBe(0);
});

test('a browser without WebRTC has none', async () => {
  vi.stubGlobal('RTCPeerConnection', undefined);
  expect(await checkNetwork([], { clock })).toBe('none');
});
