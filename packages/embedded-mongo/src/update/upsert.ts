import { MongoFailure } from '../errors.js';
import { type Doc, ObjectId, type Value } from '../bson/types.js';
import type { Filter, Leaf } from '../match/filter.js';
import { randomBytes } from 'node:crypto';
import type { Update } from './compile.js';
import { changeAt } from './place.js';

/** The equalities that a filter states without alternative. */
function equalities(filter: Filter): Leaf[] {
  if (filter.kind === 'and') return filter.parts.flatMap(equalities);
  if (filter.kind === 'or') return filter.parts.length === 1 ? equalities(filter.parts[0]!) : [];
  if (filter.kind !== 'leaf') return [];
  const single = filter.operator === '$in' && Array.isArray(filter.operand) && filter.operand.length === 1;
  return filter.operator === '$eq' || single ? [filter] : [];
}

/** A value of its own, since the update may change it and the filter has to stay as it is. */
function copy(value: Value): Value {
  if (value instanceof Map) return new Map([...value].map(([name, item]) => [name, copy(item)]));
  return Array.isArray(value) ? value.map(copy) : value;
}

const valueOf = (leaf: Leaf): Value => copy(leaf.operator === '$in' ? (leaf.operand as Value[])[0]! : leaf.operand);

let counter = randomBytes(3).readUIntBE(0, 3);
const machine = randomBytes(5).toString('hex');

/** A fresh ObjectId: seconds, a random part of this process, a counter. */
export function newObjectId(now: Date): ObjectId {
  counter = (counter + 1) & 0xffffff;
  const seconds = Math.floor(now.getTime() / 1000);
  return new ObjectId(seconds.toString(16).padStart(8, '0') + machine + counter.toString(16).padStart(6, '0'));
}

/** The document that an upsert inserts: the filter's equalities, then the update, with an `_id` in front. */
export function upsertDocument(filter: Filter, update: Update, now: Date): Doc {
  const seed: Doc = new Map();
  for (const leaf of equalities(filter)) {
    if (update.kind === 'replacement' && leaf.path !== '_id') continue;
    let seen = false;
    changeAt(seed, leaf.keys, true, (present) => {
      seen = present !== undefined;
      return valueOf(leaf);
    });
    if (seen) throw new MongoFailure(54, `cannot infer query fields to set, path '${leaf.path}' is matched twice`);
  }
  const made = update.apply(seed, { inserting: true, position: undefined });
  const id = made.get('_id') ?? newObjectId(now);
  const result: Doc = new Map([['_id', id]]);
  for (const [name, value] of made) if (name !== '_id') result.set(name, value);
  return result;
}
