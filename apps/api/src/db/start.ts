import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { env } from '../env.js';

export interface Database {
  uri: string;
  /** Resolves when the embedded database ended so often that it is not started any more. */
  gaveUp: Promise<Error>;
  stop(): Promise<void>;
}

/** Where the embedded database of this directory answers while it runs: for commands beside the server. */
const ADDRESS_FILE = join(env.dataDir, 'database.address');

const elsewhere = (uri: string): Database => ({ uri, gaveUp: new Promise(() => {}), stop: async () => {} });

/** MongoDB where MONGODB_URI names one; else the embedded database in DATA_DIR. One code path after this. */
export async function startDatabase(): Promise<Database> {
  if (env.mongodbUri) return elsewhere(env.mongodbUri);
  const { uri, gaveUp, stop } = await startEmbeddedMongo({ dataDir: join(env.dataDir, 'database') });
  mkdirSync(env.dataDir, { recursive: true });
  writeFileSync(ADDRESS_FILE, uri, { mode: 0o600 });
  return {
    uri,
    gaveUp,
    async stop() {
      rmSync(ADDRESS_FILE, { force: true });
      await stop();
    },
  };
}

/** The same database for a command: the one of the server where it runs, else started for as long as it takes. */
export async function joinDatabase(): Promise<Database> {
  try {
    return await startDatabase();
  } catch (error) {
    if (!String(error).includes('is in use by process')) throw error;
    return elsewhere(readFileSync(ADDRESS_FILE, 'utf8'));
  }
}
