import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { env } from '../src/env.js';

const { EJSON } = mongoose.mongo.BSON;
const DIRECTORY = fileURLToPath(new URL('./dumps', import.meta.url));
const UPLOADS = join(env.dataDir, 'uploads');

export type StoredDoc = Record<string, unknown> & { _id: unknown };

/** All that a server had stored: documents by collection, in MongoDB's Extended JSON, and files in base64. */
export interface Dump {
  /** When it was: what was to come then is to come in it. */
  at: string;
  collections: Record<string, StoredDoc[]>;
  files: Record<string, string>;
}

const pathOf = (name: string) => join(DIRECTORY, `${name}.json`);

export const dumpNames = async (): Promise<string[]> =>
  (await readdir(DIRECTORY)).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));

export const readDump = async (name: string): Promise<Dump> =>
  EJSON.parse(await readFile(pathOf(name), 'utf8'), { relaxed: true }) as Dump;

/** Stores it as it was, past the models. */
export async function loadDump({ collections, files }: Dump): Promise<void> {
  for (const [name, docs] of Object.entries(collections))
    await mongoose.connection.collection(name).insertMany(docs as never);
  await mkdir(UPLOADS, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(UPLOADS, name), Buffer.from(bytes, 'base64'));
}

/** Writes what the connected database and the uploads hold. */
export async function saveDump(name: string, at: string): Promise<void> {
  const collections: Dump['collections'] = {};
  for (const { collection, baseModelName } of Object.values(mongoose.models)) {
    const docs = baseModelName ? [] : await collection.find().toArray();
    if (docs.length > 0) collections[collection.name] = docs;
  }
  const files = Object.fromEntries(
    await Promise.all(
      (await readdir(UPLOADS)).map(
        async (file) => [file, (await readFile(join(UPLOADS, file))).toString('base64')] as const,
      ),
    ),
  );
  await writeFile(pathOf(name), `${EJSON.stringify({ at, collections, files }, { relaxed: true }, 1)}\n`);
}
