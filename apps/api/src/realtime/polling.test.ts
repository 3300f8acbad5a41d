import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { cookieOf, createTestApp } from '../../test/app.js';
import { buildAppointment, buildPatient } from '../../test/factories.js';
import { connectSocket } from '../../test/socket.js';
import { type Env, env } from '../env.js';
import { takeToken } from './flood.js';

vi.mock('../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  const settings = { socketPolling: true, rateLimit: true, socketsPerAccount: 3, socketsPerAddress: 5 };
  return { env: { ...env, ...settings, corsOrigins: ['https://portal.example'] } };
});
vi.mock('./door.js', async (load) => ({ ...(await load<object>()), KNOCK_MS: 700 }));

const app = createTestApp();
const origin = env.publicUrl;
const PATH = '/socket.io/?EIO=4&transport=polling';

const poll = (cookie?: string) => connectSocket(app.url(), { origin, transport: 'polling', ...(cookie && { cookie }) });

/** A request of the transport, as a page of ours makes it unless `headers` say otherwise. */
function ask(method: 'get' | 'post', query: string, headers: Record<string, string>, body?: string | Buffer) {
  const request = app.raw()[method](`${PATH}${query}`).set(headers).type('text/plain');
  return body === undefined ? request : request.serialize(() => body as never).send({});
}

/** A session of the transport that this person opened, and has not used yet. */
async function openSession(cookie: string) {
  const { text } = await ask('get', '', { cookie });
  return (JSON.parse(text.slice(1)) as { sid: string }).sid;
}

describe('long polling, where it is on', () => {
  test('carries events both ways, as a websocket does', async () => {
    const { doctor, patient } = await buildAppointment();
    const [desk, phone] = [await poll(cookieOf(doctor)), await poll(cookieOf(patient))];
    const message = { to: patient.id, type: 'text', text: 'Through the wall', clientId: 'polled-1' };
    expect(await desk.request('message-send', message)).toMatchObject({ ok: true });
    expect(await phone.next('message-receive')).toMatchObject({ text: 'Through the wall' });
    expect(await phone.request('message-send', { ...message, to: 'nobody' })).toMatchObject({ ok: false });
    // Left open: the server must come to its end all the same.
  });

  test('who has no session, or comes with the page of another, is refused', async () => {
    await expect(poll()).rejects.toThrow('unauthenticated');
    const cookie = cookieOf(await buildPatient());
    const evil = { cookie, origin: 'https://evil.example' };
    expect((await ask('get', '', evil)).body).toMatchObject({ code: 'bad_origin' });
    expect((await ask('get', '', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const sid = `&sid=${await openSession(cookie)}`;
    expect((await ask('post', sid, evil, '40')).status).toBe(403);
    expect((await ask('post', sid, { cookie }, '40')).status).toBe(403);
    expect((await ask('post', sid, { cookie, origin }, '40')).text).toBe('ok');
  });

  test('another origin that the operator listed may poll too', async () => {
    const cookie = cookieOf(await buildPatient());
    const reply = await ask('get', '', { cookie, origin: 'https://portal.example' });
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': 'https://portal.example',
      'access-control-allow-credentials': 'true',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('the id of a session opens nothing without the cookie that it was opened with', async () => {
    const [cookie, other] = [cookieOf(await buildPatient()), cookieOf(await buildPatient())];
    const sid = `&sid=${await openSession(cookie)}`;
    for (const headers of [
      { origin, cookie: '' },
      { origin, cookie: other },
    ]) {
      expect((await ask('post', sid, headers, '40')).body).toMatchObject({ success: false, code: 'not_found' });
      expect((await ask('get', sid, headers)).status).toBe(404);
    }
    expect((await ask('get', '&sid=none', { cookie })).status).toBe(404);
    expect((await ask('post', sid, { origin, cookie }, '40')).text).toBe('ok');
  });

  test('a body that is compressed, or larger than a message may be, is not read', async () => {
    const headers = { origin, cookie: cookieOf(await buildPatient()) };
    const sid = `&sid=${await openSession(headers.cookie)}`;
    const packed = await ask('post', sid, { ...headers, 'content-encoding': 'gzip' }, gzipSync('40'));
    expect(packed.body).toMatchObject({ code: 'unsupported_media' });
    const large = await ask('post', sid, headers, `4${'x'.repeat(128 * 1024)}`);
    expect(large.body).toMatchObject({ code: 'too_large' });
    // Without a length it is counted as it comes, and not waited for.
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(Buffer.alloc(16_384, 'x')) });
    const sent = fetch(`${app.url()}${PATH}${sid}`, { method: 'POST', headers, body: endless, duplex: 'half' });
    await expect(sent.then(({ status }) => status)).resolves.toBe(413);
  });

  test('SEC-5: a session that was signed out hears and sends no more', async () => {
    const patient = await buildPatient();
    const device = await poll(cookieOf(patient));
    await app.as(patient).post('/api/auth/logout-everywhere');
    expect(await device.next('session-ended')).toEqual({ reason: 'signed_out' });
    await device.closed();
  });

  test('a session whose days are over is cut with its next request', async () => {
    const headers = { origin, cookie: cookieOf(await buildPatient()) };
    const sid = `&sid=${await openSession(headers.cookie)}`;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * 86_400_000 });
    const late = await ask('post', sid, headers, '40');
    vi.useRealTimers();
    expect(late.body).toMatchObject({ code: 'unauthenticated' });
    expect((await ask('post', sid, headers, '40')).status).toBe(404);
  });
});

describe('the limits of sockets hold for long polling', () => {
  test('an account has so many, and one more when one has gone', async () => {
    const cookie = cookieOf(await buildPatient());
    const sockets = [await poll(cookie), await poll(cookie), await poll(cookie)];
    await expect(poll(cookie)).rejects.toThrow('too_many_sockets');
    sockets.pop()!.close();
    await vi.waitFor(async () => sockets.push(await poll(cookie)));
    for (const socket of sockets) socket.close();
  });

  test('an address has so many that did not say who they are; they are put out after a while', async () => {
    const knock = () => ask('get', '', {}).then(({ status }) => status);
    await vi.waitFor(async () => expect(await knock()).toBe(200));
    await vi.waitFor(async () => expect(await knock()).toBe(429));
    await vi.waitFor(async () => expect(await knock()).toBe(200), 5_000);
  });

  test('CALL-22: whoever floods is limited', async () => {
    const cookie = cookieOf(await buildPatient());
    await vi.waitFor(async () => (await poll(cookie)).close(), 5_000);
    const headers = { origin, cookie };
    const sid = await openSession(cookie);
    // As many requests as nobody needs, at one moment.
    vi.useFakeTimers({ toFake: ['performance'] });
    while (takeToken(`polling:${sid}`) === 'taken');
    const reply = await ask('post', `&sid=${sid}`, headers, '6');
    vi.useRealTimers();
    expect(reply.body).toMatchObject({ code: 'rate_limited' });
  });
});
