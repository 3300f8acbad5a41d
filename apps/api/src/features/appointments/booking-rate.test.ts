import { expect, test, vi } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildDoctor, buildPatient } from '../../../test/factories.js';
import type { Env } from '../../env.js';

// Everywhere else in the tests limits are off.
vi.mock('../../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  return { env: { ...env, rateLimit: true } };
});

const app = createTestApp();

test('thirty attempts to book, whatever their answer, and the person waits; another does not', async () => {
  const [doctor, patient, other] = [await buildDoctor(), await buildPatient(), await buildPatient()];
  const attempt = (by: typeof patient) =>
    app.as(by).post('/api/appointments').send({ doctorId: doctor.id, startsAt: '2020-01-01T00:00:00Z' });
  const replies = await Promise.all(Array.from({ length: 32 }, () => attempt(patient)));
  const late = replies.filter(({ status }) => status === 429);
  expect(late).toHaveLength(2);
  for (const { body, headers } of late) {
    expect(body.code).toBe('rate_limited');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
  expect((await attempt(other)).body.code).toBe('slot_not_offered');
});
