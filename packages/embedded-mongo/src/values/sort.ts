import { badValue, MongoFailure, notImplemented } from '../errors.js';
import { type Doc, isDoc } from '../bson/types.js';
import { isNumeric, toNumber } from './compare.js';
import { generateKeys, type KeyField, ParallelArrays } from './keygen.js';
import { isArrayIndex, splitPath } from './path.js';

/** What a blocking stage may hold in memory, as in MongoDB. */
export const MEMORY_LIMIT = 100 * 1024 * 1024;

export const memoryExceeded = (what: string): MongoFailure =>
  new MongoFailure(
    292,
    `${what} exceeded its memory limit of ${MEMORY_LIMIT} bytes; the embedded database does not use the disk for it`,
  );

/** Reads `{ path: 1 | -1 }`; used for sorts and for the keys of indexes. */
export function readKeyFields(spec: Doc, what: string): KeyField[] {
  return [...spec].map(([path, direction]) => {
    if (isDoc(direction)) throw notImplemented(`${what} by $meta`);
    const sign = isNumeric(direction) ? toNumber(direction) : NaN;
    if (sign !== 1 && sign !== -1) throw badValue(`${what} direction must be 1 or -1, for '${path}' it is not`);
    if (path.startsWith('$')) throw new MongoFailure(16410, `FieldPath field names may not start with '$': ${path}`);
    const keys = splitPath(path);
    if (keys.some(isArrayIndex)) throw notImplemented(`${what} by an array index ('${path}')`);
    return { path, keys, descending: sign === -1 };
  });
}

/** The bytes by whose order a document is sorted: of an array that is its least, or descending its greatest element. */
export function sortKey(doc: Doc, fields: KeyField[]): Buffer {
  try {
    const { keys } = generateKeys(doc, fields);
    return keys.reduce((least, key) => (Buffer.compare(key.bytes, least) < 0 ? key.bytes : least), keys[0]!.bytes);
  } catch (error) {
    if (error instanceof ParallelArrays) throw badValue('cannot sort with keys that are parallel arrays');
    throw error;
  }
}

interface Entry<T> {
  key: Buffer;
  order: number;
  item: T;
  bytes: number;
}

const byKey = <T>(a: Entry<T>, b: Entry<T>): number => Buffer.compare(a.key, b.key) || a.order - b.order;

/** Collects and sorts in bounded memory; equal keys stay in the order they came; with a limit only the first are kept. */
export class Sorter<T> {
  private entries: Entry<T>[] = [];
  private bytes = 0;
  private count = 0;

  constructor(
    private readonly fields: KeyField[],
    private readonly limit: number,
  ) {}

  /** `size` is what the item holds in memory besides its key. */
  add(doc: Doc, item: T, size: number): void {
    const key = sortKey(doc, this.fields);
    const bytes = key.length + size + 64;
    this.entries.push({ key, order: this.count++, item, bytes });
    this.bytes += bytes;
    if (this.limit < Infinity && this.entries.length >= 2 * this.limit + 64) this.shrink();
    if (this.bytes > MEMORY_LIMIT) throw memoryExceeded('a sort');
  }

  sorted(): T[] {
    this.shrink();
    return this.entries.map((entry) => entry.item);
  }

  private shrink(): void {
    this.entries.sort(byKey);
    for (const dropped of this.entries.slice(this.limit)) this.bytes -= dropped.bytes;
    this.entries = this.entries.slice(0, this.limit);
  }
}
