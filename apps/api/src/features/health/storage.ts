import { writeFile } from 'node:fs/promises';
import type { Ready } from '@health-connect/contract/health';
import mongoose from 'mongoose';
import { now } from '../../lib/clock.js';
import { isStorageFull } from '../../lib/storage-full.js';
import { removeFile, tempFile } from '../../lib/temp-files.js';

type State = Ready['storage'];

/** Of the size of a small picture or a page of messages: what fits nothing larger counts as full. */
const PROBE = 'x'.repeat(64 * 1024);
const KEEP_MS = 5000;

let last: { state: Promise<State>; until: number } | null = null;

/** Whether there is room to write, found out by writing; asked by many within seconds it is found out once. */
export function storageState(): Promise<State> {
  if (!last || now() >= last.until) {
    const state = probe();
    last = { state, until: now() + KEEP_MS };
    state.catch(() => (last = null));
  }
  return last.state;
}

async function probe(): Promise<State> {
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
