import {
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  chmodSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkDirectory, DATA_FILE, UnusableDirectory } from '../process/directory-check.js';
import { Catalog } from './catalog.js';
import { Store } from './store.js';

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

/** Puts a finished file in its place in one step, for this user alone. */
function place(from: string, to: string): void {
  chmodSync(from, 0o600);
  sync(from);
  renameSync(from, to);
  sync(dirname(to));
}

/** Runs the work with a directory beside `path`, on the same file system, that goes away afterwards. */
async function beside<T>(path: string, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(dirname(path), `.${basename(path)}-`));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Tells how many collections and documents a store holds; throws when it is not ours or not whole. */
async function inspect(directory: string): Promise<{ collections: number; documents: number }> {
  checkDirectory(directory);
  const store = Store.openReadOnly(directory);
  try {
    const collections = [...new Catalog(store).all()];
    return { collections: collections.length, documents: collections.reduce((sum, one) => sum + one.count(), 0) };
  } finally {
    await store.close();
  }
}

/**
 * Writes a consistent copy of a data directory into one file, also while the database runs: readers see one moment. The
 * file appears whole or not at all.
 */
export async function backup(dataDir: string, file: string) {
  if (!existsSync(join(dataDir, DATA_FILE))) throw new UnusableDirectory(`there is no database in ${dataDir}`);
  checkDirectory(dataDir);
  const target = resolve(file);
  return beside(target, async (directory) => {
    const store = Store.openReadOnly(dataDir);
    try {
      await store.backup(directory);
    } finally {
      await store.close();
    }
    const content = await inspect(directory);
    place(join(directory, DATA_FILE), target);
    return content;
  });
}

/**
 * Puts a backup into a data directory that this process has locked. What was there is kept beside it; its name is told.
 */
export async function restore(file: string, dataDir: string, now: Date) {
  const target = join(resolve(dataDir), DATA_FILE);
  return beside(target, async (directory) => {
    copyFileSync(file, join(directory, DATA_FILE));
    const content = await inspect(directory);
    const kept = existsSync(target)
      ? join(dataDir, `replaced-${now.toISOString().replace(/[:.]/g, '-')}.mdb`)
      : undefined;
    if (kept) renameSync(target, kept);
    rmSync(join(dataDir, 'lock.mdb'), { force: true });
    place(join(directory, DATA_FILE), target);
    return { ...content, kept };
  });
}
