import { expect, inject, test } from 'vitest';
import { type RealServer, startRealServer } from '../../test/real-server.js';
import { redisIsInstalled, startRedis } from '../../test/redis.js';
import { env } from '../env.js';

const LIMIT = 30;
/** Two whole servers start, on a machine that has other things to do. */
const TIMEOUT_MS = 90_000;

async function ask({ url }: RealServer) {
  const reply = await fetch(`${url}/api/auth/forgot`, {
    method: 'POST',
    headers: { origin: env.publicUrl, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'nobody@example.test', role: 'patient' }),
  });
  await reply.text();
  return { status: reply.status, retryAfter: Number(reply.headers.get('retry-after')) };
}

const askAgain = async (server: RealServer, times: number) =>
  (await Promise.all(Array.from({ length: times }, () => ask(server)))).map(({ status }) => status);

/** Nobody can be mailed here; the limit is asked before that is said. */
const LET_THROUGH = new Set([501]);

// Skipped where there is no redis-server (Debian: apt-get install redis-server); continuous integration has it.
const testWithRedis = test.skipIf(!redisIsInstalled);

testWithRedis(
  'two servers count together; without Redis each alone, and no request fails',
  { timeout: TIMEOUT_MS },
  async () => {
    const redis = await startRedis();
    const settings = { REDIS_URL: redis.url, RATE_LIMIT: 'on', MONGODB_URI: inject('mongodbUri') };
    const start = () => startRealServer(env.dataDir, settings);
    const servers = await Promise.all([start(), start()]);
    try {
      for (const server of servers) expect(new Set(await askAgain(server, LIMIT / 2))).toEqual(LET_THROUGH);
      for (const server of servers) {
        const { status, retryAfter } = await ask(server);
        expect(status).toBe(429);
        expect(retryAfter).toBeGreaterThan(3500);
      }
      await redis.stop();
      for (const server of servers) {
        expect(new Set(await askAgain(server, LIMIT))).toEqual(LET_THROUGH);
        expect((await ask(server)).status).toBe(429);
      }
    } finally {
      await redis.stop();
      // Also without Redis they end as an operator ends them.
      await Promise.all(servers.map((server) => server.stop()));
      for (const server of servers) expect(await server.ended).toEqual([0, null]);
    }
  },
);
