import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when a directory holds data that this database can not or must not open. */
export class UnusableDirectory extends Error {}

/** The file that holds everything. */
export const DATA_FILE = 'data.mdb';
const FOREIGN_FILES = ['WiredTiger', 'WiredTiger.wt', 'mongod.lock', 'storage.bson', 'PG_VERSION', 'ibdata1'];

const META_PAGES = 2;
const MAGIC = 0xbeefc0de;
const PAGE_HEADER = 24;
/** Places in a meta page of LMDB, behind the page's header. */
const AT = { magic: 0, pageSize: 24, lastPage: 120, transaction: 128 };

interface Meta {
  pageSize: number;
  lastPage: number;
  transaction: number;
}

function readMeta(file: number, at: number): Meta | undefined {
  const page = Buffer.alloc(PAGE_HEADER + 160);
  if (readSync(file, page, 0, page.length, at) < page.length) return undefined;
  const body = page.subarray(PAGE_HEADER);
  if (body.readUInt32LE(AT.magic) !== MAGIC) return undefined;
  return {
    pageSize: body.readUInt32LE(AT.pageSize),
    lastPage: Number(body.readBigUInt64LE(AT.lastPage)),
    transaction: Number(body.readBigUInt64LE(AT.transaction)),
  };
}

/** The newer of the two meta pages, if the file has any. */
function newestMeta(file: number): Meta | undefined {
  const first = readMeta(file, 0);
  if (!first || first.pageSize < 512 || first.pageSize > 65_536) return undefined;
  const second = readMeta(file, first.pageSize);
  return second && second.transaction > first.transaction ? second : first;
}

/**
 * Looks at a data directory before it is opened. Throws for one of another database, and for a store that is cut off,
 * which the memory map would answer with a crash. Nothing is ever changed.
 */
export function checkDirectory(directory: string): void {
  const foreign = FOREIGN_FILES.find((name) => existsSync(join(directory, name)));
  if (foreign)
    throw new UnusableDirectory(
      `the data directory belongs to another database (it holds ${foreign}); set another directory`,
    );
  const path = join(directory, DATA_FILE);
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return;
    const meta = newestMeta(file);
    if (!meta)
      throw new UnusableDirectory(
        `${DATA_FILE} in the data directory is damaged or was not written by this database; restore a backup or set another directory`,
      );
    if (size < (meta.lastPage + 1) * meta.pageSize || size < META_PAGES * meta.pageSize) {
      throw new UnusableDirectory(
        `${DATA_FILE} in the data directory is cut off; restore a backup or set another directory`,
      );
    }
  } finally {
    closeSync(file);
  }
}
