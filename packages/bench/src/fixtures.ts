import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { serveApi, type Served } from './processes.js';

const SECRET = 'bench-secret-that-is-long-enough-for-hs256';

export interface Fixtures {
  mongodbUri: string;
  api: Served;
  stop(): Promise<void>;
}

/** The embedded database, durable as a newcomer has it, and the product's server on it. */
export async function buildFixtures(): Promise<Fixtures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'health-connect-bench-'));
  const database = await startEmbeddedMongo({ dataDir: join(dataDir, 'database') });
  const env = {
    PORT: '0',
    PUBLIC_URL: 'http://localhost:5000',
    DATA_DIR: dataDir,
    MONGODB_URI: database.uri,
    JWT_SECRET: SECRET,
    RATE_LIMIT: 'off',
    // Its patients book more often at one doctor than a person may.
    BOOKINGS_PER_DOCTOR: '10',
    SEED_DEMO: 'false',
    LOG_LEVEL: 'error',
  };
  Object.assign(process.env, env);
  const api = await serveApi(env);
  return {
    mongodbUri: database.uri,
    api,
    async stop() {
      await api.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
