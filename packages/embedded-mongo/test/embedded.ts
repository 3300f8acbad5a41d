import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedMongo, type EmbeddedMongoOptions, startEmbeddedMongo } from '../src/start.js';

/** An embedded database in a directory of its own, which goes away with it. */
export async function startInTempDirectory(
  options: Partial<EmbeddedMongoOptions> = {},
): Promise<EmbeddedMongo & { dataDir: string }> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'embedded-'));
  const mongo = await startEmbeddedMongo({ durable: false, ...options, dataDir });
  const stop = async (): Promise<void> => {
    await mongo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...mongo, dataDir, stop };
}
