import { MongoClient } from 'mongodb';
import { startInTempDirectory } from '../embedded.js';

/** The database that the contract suite runs on: a real MongoDB when `MONGODB_URI` is set, otherwise the embedded one. */
export interface Target {
  name: string;
  uri: string;
  client: MongoClient;
  /** A database of its own for one file of tests. */
  database: string;
  stop: () => Promise<void>;
}

const REAL_URI = process.env['MONGODB_URI'];

/** How the output calls the target. */
export const TARGET_NAME = REAL_URI ? 'a real MongoDB (MONGODB_URI)' : 'the embedded database';

export async function openTarget(): Promise<Target> {
  const database = `parity_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const embedded = REAL_URI ? undefined : await startInTempDirectory();
  const uri = REAL_URI ?? embedded!.uri;
  const client = await MongoClient.connect(uri);
  const { version } = await client.db(database).command({ buildInfo: 1 });
  process.stdout.write(`The contract suite runs on ${TARGET_NAME}, version ${version}.\n`);
  const stop = async (): Promise<void> => {
    await client.db(database).dropDatabase();
    await client.close();
    await embedded?.stop();
  };
  return { name: TARGET_NAME, uri, client, database, stop };
}
