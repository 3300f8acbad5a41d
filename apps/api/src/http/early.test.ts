import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildPatient } from '../../test/factories.js';

const app = createTestApp();

/** What comes back for these bytes. */
async function send(bytes: string) {
  const { port, hostname } = new URL(app.url());
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  const [head, body] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head?.split(' ')[1]), body: JSON.parse(body || 'null') as Record<string, unknown> };
}

const lines = (...given: string[]) => `${given.join('\r\n')}\r\n\r\n`;
const socketRequest = (query: string, ...headers: string[]) =>
  lines(
    `GET /socket.io/?${query} HTTP/1.1`,
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  );

describe('what is refused before the app sees it is refused like everything else', () => {
  test.each([
    ['headers without end', lines('GET /api/health HTTP/1.1', 'Host: x', `X: ${'x'.repeat(20_000)}`), 431],
    ['what is no HTTP', 'HELLO\r\n\r\n', 400],
    ['a request without a host', lines('GET /api/health HTTP/1.1', 'Connection: close'), 400],
    ['a path that is no text', lines('GET /api/doctors/%zz HTTP/1.1', 'Host: x', 'Connection: close'), 400],
    ['an expectation', lines('GET /api/health HTTP/1.1', 'Host: x', 'Expect: a miracle'), 417],
    ['a tunnel', lines('CONNECT example.test:443 HTTP/1.1', 'Host: x'), 400],
    ['an upgrade of a page', lines('GET /api/health HTTP/1.1', 'Host: x', 'Connection: Upgrade', 'Upgrade: h2c'), 400],
    ['events without a websocket', lines('GET /socket.io/?EIO=4&transport=polling HTTP/1.1', 'Host: x'), 400],
    ['an old protocol', socketRequest('EIO=3&transport=websocket'), 400],
    ['a page of another origin', socketRequest('EIO=4&transport=websocket', 'Origin: https://evil.example'), 403],
  ])('%s', async (_what, bytes, status) => {
    const reply = await send(bytes);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ success: false, requestId: expect.any(String) });
    expect(reply.body.code).toBe(status === 403 ? 'bad_origin' : 'malformed_request');
  });
});

describe('FR-3: a compressed body is refused before it is inflated', () => {
  const bomb = gzipSync(JSON.stringify({ clientId: 'gzip-bomb', text: 'x'.repeat(14_000_000) }));

  test.each(['gzip', 'br', 'deflate', 'x-gzip', 'gzip, identity'])('%s', async (encoding) => {
    const patient = await buildPatient();
    const post = (path: string) =>
      app
        .as(patient)
        .post(path)
        .set('Content-Encoding', encoding)
        .type('json')
        .serialize(() => bomb as never);
    for (const path of [`/api/message/send/${patient.id}`, '/api/auth/login', '/api/uploads', '/api/nowhere']) {
      const reply = await post(path).send({});
      expect(reply.status, path).toBe(415);
      expect(reply.body.code).toBe('unsupported_media');
    }
  });
});

test('camera, microphone and screen are for our own page, and the rest for none', async () => {
  const policy = (await app.anonymous.get('/api/health')).headers['permissions-policy'];
  expect(policy).toContain('camera=(self)');
  expect(policy).toContain('display-capture=(self)');
  expect(policy).toContain('geolocation=()');
});
