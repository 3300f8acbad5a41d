import { createRequire } from 'node:module';
import { readHealth, readReady } from '@health-connect/contract/health';
import { databaseIsThere } from '../../db/connect.js';
import { env } from '../../env.js';
import { ensure } from '../../http/errors.js';
import { serve, type Served } from '../../http/serve.js';
import { now } from '../../lib/clock.js';
import { readyState } from './ready.js';

/** Older tz data shows some future appointments an hour off in zones that changed their rules since. */
const MINIMUM_TZ = '2025a';
const { version: VERSION } = createRequire(import.meta.url)('../../../package.json') as { version: string };

export const healthRoutes: Served[] = [
  serve(readHealth, async () => {
    const version = process.versions.tz ?? 'unknown';
    return {
      status: 'ok',
      version: VERSION,
      uptimeSeconds: Math.round(process.uptime()),
      tz: { version, outdated: version < MINIMUM_TZ },
      demo: env.seedDemo,
      longPolling: env.socketPolling,
      time: new Date(now()).toISOString(),
    };
  }),

  serve(readReady, async () => {
    ensure(databaseIsThere(), 'unavailable');
    return readyState();
  }),
];
