import { join } from 'node:path';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { env } from '../env.js';

export interface Database {
  uri: string;
  /** Resolves when the embedded database ended so often that it is not started any more. */
  gaveUp: Promise<Error>;
  stop(): Promise<void>;
}

/** MongoDB where MONGODB_URI names one; else the embedded database in DATA_DIR. One code path after this. */
export async function startDatabase(): Promise<Database> {
  if (env.mongodbUri) return { uri: env.mongodbUri, gaveUp: new Promise(() => {}), stop: async () => {} };
  return startEmbeddedMongo({ dataDir: join(env.dataDir, 'database') });
}
