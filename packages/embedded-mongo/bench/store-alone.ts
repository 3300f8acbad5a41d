import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../src/store/store.js';
import { IN_FLIGHT, type Work } from './workload.js';

/** Bytes of a document of the workload, and of its index keys. */
const DOCUMENT = Buffer.alloc(260, 7);
const ENTRY = Buffer.from([1]);

const record = (n: number): Buffer => Buffer.from(`r${String(n).padStart(12, '0')}`);
const entry = (index: string, n: number): Buffer =>
  Buffer.from(`${index}${String(n).padStart(12, '0')}person@example.org`);

function perSecond(count: number, first: number, run: (n: number) => void, commit: (work: () => void) => void): number {
  const began = performance.now();
  for (let from = first; from < first + count; from += IN_FLIGHT) {
    commit(() => {
      for (let n = from; n < from + IN_FLIGHT; n++) run(n);
    });
  }
  return (count / (performance.now() - began)) * 1000;
}

export interface StoreAlone {
  /** Operations a second. */
  rate: (name: Work, count: number, from: number) => number;
  close: () => Promise<void>;
}

/** The reference: the store without a server, in one process, with as many writes to a commit as clients could give. */
export function storeAlone(parent: string, size: number): StoreAlone {
  const directory = mkdtempSync(join(parent, 'alone-'));
  const store = Store.open(directory, true);
  const insert = (n: number): void => {
    store.put(record(n), DOCUMENT);
    for (const index of ['i', 'e', 'n']) store.put(entry(index, n), ENTRY);
  };
  const inOne = (work: () => void): void => void store.transaction(work);
  inOne(() => {
    for (let n = 0; n < size; n++) insert(n);
  });
  const some = (n: number): number => (n * 7919) % size;
  const directly = (work: () => void): void => work();
  const find = (n: number): void => {
    const [found] = store.keys({ start: entry('e', some(n)), end: entry('f', 0) });
    if (found) store.get(record(some(n)));
  };
  const findAndUpdate = (n: number): void => {
    find(n);
    store.put(record(some(n)), DOCUMENT);
  };
  const works: Record<Work, [run: (n: number) => void, commit: (work: () => void) => void]> = {
    insert: [(n) => insert(size + n), inOne],
    'find by id': [find, directly],
    'find by index': [find, directly],
    findOneAndUpdate: [findAndUpdate, inOne],
  };
  return {
    rate: (name, count, from) => perSecond(count, from, ...works[name]),
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}
