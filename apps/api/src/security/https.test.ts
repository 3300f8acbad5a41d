import { expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildPatient, PASSWORD } from '../../test/factories.js';

// Read once, when the configuration is: before any import.
vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://clinic.example';
});

const app = createTestApp();

test('behind https every answer keeps the browser there', async () => {
  const { headers } = await app.anonymous.get('/api/health');
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}; includeSubDomains$/);
  expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  expect(headers['content-security-policy']).toContain("connect-src 'self' wss://clinic.example");
});

test('behind https the session never travels in the clear', async () => {
  const { email } = await buildPatient();
  const login = { email, password: PASSWORD, role: 'patient' };
  const { headers } = await app.anonymous.post('/api/auth/login').send(login);
  expect(headers['set-cookie']![0]).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
});

test('the same page over plain http is another origin', async () => {
  const reply = await app.raw().post('/api/auth/logout').set('Origin', 'http://clinic.example');
  expect([reply.status, reply.body.code]).toEqual([403, 'bad_origin']);
});
