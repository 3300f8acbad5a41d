import { describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildDoctor, buildPatient } from '../../test/factories.js';
import type { Env } from '../env.js';

// Everywhere else in the tests limits are off.
vi.mock('../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  return { env: { ...env, rateLimit: true } };
});

const app = createTestApp();

describe('what one address may ask for', () => {
  test('a hundred pictures in messages, then words only for a while', async () => {
    const [patient, doctor] = [await buildPatient(), await buildDoctor()];
    const send = (body: object) => app.as(patient).post(`/api/message/send/${doctor.id}`).send(body);
    const pictures = Array.from({ length: 101 }, (_, index) =>
      send({ clientId: `picture-${index}`, image: 'data:image/png;base64,AAAA' }),
    );
    const statuses = (await Promise.all(pictures)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await send({ clientId: 'words-only', text: 'Hello' })).status).toBe(201);
  });

  test('a hundred large bodies', async () => {
    const [patient, doctor] = [await buildPatient(), await buildDoctor()];
    const body = { clientId: 'large-body', text: 'x'.repeat(110_000) };
    const send = () => app.as(patient).post(`/api/message/send/${doctor.id}`).send(body);
    const statuses: number[] = [];
    // One after the other: of those at once one person is allowed one.
    while (statuses.length < 101) statuses.push((await send()).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  test('SEC-7: ten wrong passwords for an account, told when to come back', async () => {
    const { email } = await buildPatient();
    const guess = () =>
      app.anonymous.post('/api/auth/login').send({ email, role: 'patient', password: 'a wrong password' });
    for (let count = 0; count < 10; count += 1) expect((await guess()).status).toBe(401);
    const late = await guess();
    expect(late.body.code).toBe('rate_limited');
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  });
});

test('a body of nothing but brackets and commas is not read', async () => {
  const patient = await buildPatient();
  const maze = `{"text":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const reply = await app
    .as(patient)
    .post(`/api/message/send/${patient.id}`)
    .set('Content-Type', 'application/json')
    .send(maze);
  expect(reply.body.code).toBe('malformed_request');
});
