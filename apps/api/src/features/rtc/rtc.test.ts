import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildPatient } from '../../../test/factories.js';
import { env } from '../../env.js';
import { turnCredential } from './service.js';

const app = createTestApp();

describe('CALL-21: relay credentials', () => {
  test('are the HMAC-SHA1 of an expiry within the hour and the person, as coturn computes it', () => {
    // openssl: printf %s "1795600000:64b7f0c2a1b2c3d4e5f60718" | openssl dgst -sha1 -hmac north -binary | base64
    expect(turnCredential('north', '64b7f0c2a1b2c3d4e5f60718', 1_795_596_400_000)).toEqual({
      username: '1795600000:64b7f0c2a1b2c3d4e5f60718',
      credential: '7+RhAFY3mKjaSTBrBjbRg7Eo/9k=',
    });
  });

  test('come with STUN, for the person who asks, with their lifetime', async () => {
    const patient = await buildPatient();
    app.clock.set('2026-11-24T09:00:00Z');
    const { body } = await app.as(patient).get('/api/rtc/ice-servers');
    const [stun, turn] = body.data.iceServers;
    const expiry = new Date('2026-11-24T09:00:00Z').getTime() / 1000 + body.data.ttl;
    expect(stun.urls[0]).toMatch(/^stun:/);
    expect(turn).toEqual({
      urls: env.turnUrls,
      username: `${expiry}:${patient.id}`,
      credential: createHmac('sha1', env.turnSecret).update(turn.username).digest('base64'),
    });
    expect(body.data.ttl).toBeLessThanOrEqual(3600);
  });

  test('are not for the signed out', async () => {
    const reply = await app.anonymous.get('/api/rtc/ice-servers');
    expect(reply.status).toBe(401);
  });
});
