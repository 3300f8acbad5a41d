import type { Health, Ready } from '@health-connect/contract/health';
import { Router } from 'express';
import { databaseIsThere } from '../../db/connect.js';
import { env } from '../../env.js';
import { publicEndpoint } from '../../http/endpoint.js';
import { ensure } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { storageState } from './storage.js';

export const healthRoutes = Router();

/** Older tz data shows some future appointments an hour off in zones that changed their rules since. */
const MINIMUM_TZ = '2025a';
const VERSION = '0.1.0';

healthRoutes.get(
  '/health',
  publicEndpoint({}, async (): Promise<Health> => {
    const version = process.versions.tz ?? 'unknown';
    return {
      status: 'ok',
      version: VERSION,
      uptimeSeconds: Math.round(process.uptime()),
      tz: { version, outdated: version < MINIMUM_TZ },
      demo: env.seedDemo,
      time: new Date(now()).toISOString(),
    };
  }),
);

healthRoutes.get(
  '/ready',
  publicEndpoint({}, async (): Promise<Ready> => {
    ensure(databaseIsThere(), 'unavailable', 'The database is not reachable.');
    return { database: 'connected', storage: await storageState() };
  }),
);
