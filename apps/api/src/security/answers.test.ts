import { gzipSync } from 'node:zlib';
import jwt from 'jsonwebtoken';
import { describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { everyRoute, fill } from '../../test/every-route.js';
import { buildPatient, PASSWORD } from '../../test/factories.js';
import { connectSocket } from '../../test/socket.js';
import { missingId } from '../../test/fixtures.js';
import { DoctorModel } from '../db/accounts.js';
import { env } from '../env.js';

const app = createTestApp();

const directivesOf = (policy: string) =>
  Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(' ');
      return [name!, sources.join(' ')];
    }),
  );

describe('headers of every answer', () => {
  test.each([...everyRoute.filter(({ method }) => method === 'get').map(({ path }) => path), '/no/such/path'])(
    'GET %s',
    async (path) => {
      const { headers } = await app.anonymous.get(fill(path, missingId));
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      // Plain http on this machine: a browser would refuse it for a year after.
      expect(headers).not.toHaveProperty('strict-transport-security');
      const policy = directivesOf(headers['content-security-policy']!);
      expect(policy).toMatchObject({
        'default-src': "'self'",
        'script-src': "'self'",
        'script-src-attr': "'none'",
        'object-src': "'none'",
        'base-uri': "'self'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
      });
    },
  );
});

describe('the session cookie', () => {
  test('is out of reach of scripts and of other sites, and lasts a week', async () => {
    const { email } = await buildPatient();
    const { headers } = await app.anonymous
      .post('/api/auth/login')
      .send({ email, password: PASSWORD, role: 'patient' });
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^token=[\w.-]+; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
  });

  test('is taken away with the flags that it was set with', async () => {
    const { headers } = await app.as(await buildPatient()).post('/api/auth/logout');
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^token=; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Strict$/);
  });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { userId: missingId(), role: 'admin', version: 0 };

describe('a session that is none', () => {
  test.each([
    ['an operator', encodeURIComponent('j:{"$gt":""}')],
    ['a list', encodeURIComponent('j:["a","b"]')],
    ['no token', 'a.b.c'],
    ['unsigned', `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`],
    ['signed with another secret', jwt.sign(claims, 'another-secret-that-is-long-enough')],
    ['signed with another algorithm', jwt.sign(claims, env.jwtSecret, { algorithm: 'HS512' })],
    ['without an account', jwt.sign(claims, env.jwtSecret)],
    ['very long', 'a'.repeat(8000)],
    ['no text', '%E0%A4%A'],
  ])('%s: is not signed in, by page or by socket', async (_, token) => {
    const cookie = `token=${token}`;
    expect((await app.raw().get('/api/auth/me').set('Cookie', cookie)).status).toBe(401);
    expect((await app.raw().get('/api/doctors').set('Cookie', cookie)).status).toBe(200);
    await expect(connectSocket(app.url(), { cookie, origin: env.publicUrl })).rejects.toThrow('unauthenticated');
  });
});

describe('failures', () => {
  const login = () => app.anonymous.post('/api/auth/login').set('Content-Type', 'application/json');
  const huge = JSON.stringify({ email: 'x'.repeat(101 * 1024) });

  test.each([
    ['JSON that is cut off', 400, 'malformed_request', () => login().send('{"email":')],
    ['JSON that is no object', 400, 'malformed_request', () => login().send('"text"')],
    ['more than 100 kB', 413, 'too_large', () => login().send(huge)],
    ['little that unpacks to much', 415, 'unsupported_media', () => packed(gzipSync(Buffer.from(huge)))],
    ['a packing that is none', 415, 'unsupported_media', () => packed(Buffer.from('{"email":"x"}'))],
    ['a packing that nobody knows', 415, 'unsupported_media', () => login().set('Content-Encoding', 'x').send('{}')],
    ['an alphabet that nobody knows', 415, 'unsupported_media', () => inAlphabet('x-unknown')],
    ['a path that does not exist', 404, 'not_found', () => app.anonymous.get('/api/no/such/path')],
    ['a path outside of the API', 404, 'not_found', () => app.anonymous.get('/no/such.path')],
    ['a method that it does not have', 404, 'not_found', () => app.anonymous.delete('/api/doctors')],
    ['a path that is no text', 400, 'malformed_request', () => app.anonymous.get('/api/doctors/%E0%A4%A')],
    ['no session', 401, 'unauthenticated', () => app.anonymous.get('/api/auth/me')],
    ['a bad id', 400, 'validation_failed', () => app.anonymous.get('/api/doctors/1')],
  ])('%s', async (_, status, code, send) => {
    const reply = await send();
    const reason = reply.body.reason === 'compressed' ? 'compressed' : code;
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body).toEqual({
      ...(code === 'validation_failed' && {
        errors: [{ path: 'id', problem: 'not_an_id', message: 'Must be an id.' }],
      }),
      success: false,
      code,
      reason,
      message: expect.stringMatching(/^[A-Z].*\.$/),
      requestId: expect.stringMatching(/^[\w-]{36}$/),
    });
  });

  const packed = (bytes: Buffer) =>
    login()
      .set('Content-Encoding', 'gzip')
      .serialize((body) => body as never)
      .send(bytes as never);
  const inAlphabet = (name: string) =>
    app.anonymous.post('/api/auth/login').set('Content-Type', `application/json; charset=${name}`).send('{}');

  test('our own failure tells nothing of its cause', async () => {
    vi.spyOn(DoctorModel, 'findById').mockImplementation(() => {
      throw new Error('cause: find accounts at db.internal with {"passwordHash":1}');
    });
    const { status, text, body } = await app.anonymous.get(`/api/doctors/${missingId()}`);
    expect(status).toBe(500);
    expect(Object.keys(body).sort()).toEqual(['code', 'message', 'reason', 'requestId', 'success']);
    expect(text).not.toMatch(/cause|db\.internal|passwordHash|at |\.ts/);
  });
});
