import { writeFile } from 'node:fs/promises';
import type { Ready } from '@health-connect/contract/health';
import mongoose from 'mongoose';
import { now } from '../../lib/clock.js';
import { isStorageFull } from '../../lib/storage-full.js';
import { removeFile, tempFile } from '../../lib/temp-files.js';

type State = Ready['storage'];

/** Of the size of a small picture or a page of messages: what fits nothing larger counts as full. */
const PROBE = 'x'.repeat(64 * 1024);

/** Whether there is room to write, found out by writing. */
export async function storageState(): Promise<State> {
  const path = tempFile();
  try {
    await writeFile(path, PROBE);
    const probes = mongoose.connection.collection<{ _id: string }>('probes');
    await probes.updateOne({ _id: 'storage' }, { $set: { at: new Date(now()), padding: PROBE } }, { upsert: true });
    return 'ok';
  } catch (error) {
    if (isStorageFull(error)) return 'full';
    throw error;
  } finally {
    await removeFile(path);
  }
}
