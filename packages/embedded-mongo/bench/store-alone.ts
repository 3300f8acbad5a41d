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

function perSecond(count: number, batch: number, run: (n: number) => void, commit: (work: () => void) => void): number {
  const began = performance.now();
  for (let from = 0; from < count; from += batch) {
    commit(() => {
      for (let n = from; n < from + batch; n++) run(n);
    });
  }
  return (count / (performance.now() - began)) * 1000;
}

/** The reference: the store without a server, in one process, with as many writes to a commit as clients could give. */
export async function storeAlone(parent: string, size: number, count: number): Promise<Record<Work, number>> {
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
  const rates = {
    insert: perSecond(count, IN_FLIGHT, (n) => insert(size + n), inOne),
    'find by id': perSecond(count, IN_FLIGHT, find, directly),
    'find by index': perSecond(count, IN_FLIGHT, find, directly),
    findOneAndUpdate: perSecond(count, IN_FLIGHT, findAndUpdate, inOne),
  };
  await store.close();
  rmSync(directory, { recursive: true });
  return rates;
}
