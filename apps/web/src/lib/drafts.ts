import { clear, createStore, delMany, get, keys, set, del, type UseStore } from 'idb-keyval';
import { DRAFTS_DATABASE } from './drafts-database.js';

/**
 * What a signed-in person typed and did not save, in this browser's IndexedDB, so that a reload or a crash loses
 * nothing. Each is named `<account id>:<name>`. Where the browser forbids storage, nothing is kept.
 */
export interface Kept<T> {
  value: T;
  /** Epoch ms. */
  at: number;
}

/** What is older helps nobody and only lies about. */
const KEEP_MS = 7 * 24 * 60 * 60_000;

let opened: UseStore | null = null;
const store = () => (opened ??= createStore(DRAFTS_DATABASE, 'drafts'));

export async function readDraft<T>(key: string): Promise<Kept<T> | null> {
  const kept = await attempt(() => get<Kept<T>>(key, store()));
  if (!kept) return null;
  if (Date.now() - kept.at < KEEP_MS) return kept;
  await dropDraft(key);
  return null;
}

export const keepDraft = (key: string, value: unknown) =>
  attempt(() => set(key, { value, at: Date.now() } satisfies Kept<unknown>, store()));

export const dropDraft = (key: string) => attempt(() => del(key, store()));

/** Removes the drafts of everybody, or of everybody else. */
export const wipeDrafts = (keptOwner?: string) =>
  attempt(async () => {
    if (keptOwner === undefined) return clear(store());
    const all = await keys<string>(store());
    await delMany(
      all.filter((key) => !key.startsWith(`${keptOwner}:`)),
      store(),
    );
  });

async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    // Private windows and full disks refuse; the form works on without a draft.
    return undefined;
  }
}
