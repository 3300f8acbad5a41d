import { decodeDoc } from '../bson/decode.js';
import type { Value } from '../bson/types.js';
import type { Filter } from '../match/filter.js';
import { Budget } from '../budget.js';
import { type Finder, NOTHING } from '../plan/run.js';
import type { Catalog } from './catalog.js';
import type { Collection } from './collection.js';
import type { Index } from './index-definition.js';
import type { Writer } from './writer.js';

/** Documents that one round removes from one index at most, so that others get their turn. */
const MAX_ROUND = 1000;

/** A date on the field that is before the limit; of several the earliest counts. */
function expiredFilter(index: Index, before: Date): Filter {
  const [field] = index.fields;
  const test = (value: Value | undefined): boolean => value instanceof Date && value < before;
  const expired: Filter = {
    kind: 'leaf',
    path: field!.path,
    keys: field!.keys,
    operator: '$lt',
    operand: before,
    whole: false,
    test,
  };
  return index.partial ? { kind: 'and', parts: [expired, index.partial] } : expired;
}

function removeFrom(collection: Collection, index: Index, finder: Finder, now: Date): number {
  const before = new Date(now.getTime() - index.expireAfterSeconds! * 1000);
  const query = { filter: expiredFilter(index, before), limit: MAX_ROUND, parts: NOTHING };
  const numbers = Array.from(finder.find(collection, query, new Budget(0)), (match) => match.number);
  for (const number of numbers) {
    const bytes = collection.get(number)!;
    collection.remove({ number, bytes }, decodeDoc(bytes));
  }
  return numbers.length;
}

/** Removes what TTL indexes say has expired; tells how many documents that were. */
export async function removeExpired(
  catalog: Catalog,
  writer: Writer,
  finder: Finder,
  now: () => Date,
): Promise<number> {
  let removed = 0;
  for (const collection of [...catalog.all()]) {
    for (const index of collection.indexes.filter(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)) {
      removed += await writer.run(() =>
        catalog.get(collection.namespace) === collection ? removeFrom(collection, index, finder, now()) : 0,
      );
    }
  }
  return removed;
}
