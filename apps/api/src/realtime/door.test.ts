import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { cookieOf, createTestApp } from '../../test/app.js';
import { buildPatient } from '../../test/factories.js';
import { connectSocket } from '../../test/socket.js';
import type { Env } from '../env.js';

// Everywhere else in the tests limits are off.
vi.mock('../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  return { env: { ...env, rateLimit: true, socketsPerAccount: 4, socketsPerAddress: 6 } };
});
vi.mock('./door.js', async (load) => ({ ...(await load<object>()), KNOCK_MS: 700 }));

const app = createTestApp();

/** A websocket that never says who it is; gives its connection and the first line of the answer. */
async function knock(): Promise<{ socket: Socket; status: string }> {
  const { port, hostname } = new URL(app.url());
  const socket = connect(Number(port), hostname);
  const lines = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Extensions: permessage-deflate',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(String(answer)).not.toMatch(/permessage-deflate/i);
  return { socket, status: String(answer).split(' ')[1]! };
}

describe('who may have how many sockets', () => {
  test('an account has so many at once, however many come together, and one more when one has gone', async () => {
    const patient = await buildPatient();
    const open = () => connectSocket(app.url(), { cookie: cookieOf(patient) });
    const asked = await Promise.allSettled(Array.from({ length: 6 }, open));
    const refusals = asked.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refusals).toEqual(Array(2).fill('Error: too_many_sockets'));
    const sockets = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(sockets.every(({ raw }) => raw.connected)).toBe(true);
    // Another person at the same address has their own.
    const other = await app.socket(await buildPatient());
    other.close();
    sockets[0]!.close();
    await vi.waitFor(async () => sockets.push(await open()));
    for (const socket of sockets) socket.close();
  });

  test('an address has so many that did not say who they are; they are put out after a while', async () => {
    const knocks = await Promise.all(Array.from({ length: 8 }, knock));
    expect(knocks.map(({ status }) => status).sort()).toEqual([...Array<string>(6).fill('101'), '429', '429']);
    await Promise.all(knocks.map(({ socket }) => socket.destroyed || once(socket.resume(), 'close')));
    const again = await knock();
    expect(again.status).toBe('101');
    again.socket.destroy();
  });
});

test('an event that nobody listens to is answered', async () => {
  const socket = await app.socket(await buildPatient());
  const reply = await socket.request('no-such-event' as never, { any: 'thing' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } });
});
