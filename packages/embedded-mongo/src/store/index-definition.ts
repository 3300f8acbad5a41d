import { MongoFailure } from '../errors.js';
import { type Doc, doc, type Value } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import type { Filter } from '../match/filter.js';
import type { KeyField } from '../values/keygen.js';
import { readKeyFields } from '../values/sort.js';
import { indexPrefix } from './layout.js';

/** An index as it is used: its stored description, and what is derived from it. */
export interface Index {
  id: number;
  name: string;
  key: Doc;
  unique: boolean;
  sparse: boolean;
  partialSpec: Doc | undefined;
  expireAfterSeconds: number | undefined;
  /** True once any document had an array on one of the fields. */
  multikey: boolean;
  fields: KeyField[];
  partial: Filter | undefined;
  prefix: Buffer;
}

export const ID_INDEX_NAME = '_id_';

/** The stored form. */
export function describeIndex(index: Index): Doc {
  return doc({
    id: index.id,
    name: index.name,
    key: index.key,
    unique: index.unique,
    sparse: index.sparse,
    partialFilterExpression: index.partialSpec,
    expireAfterSeconds: index.expireAfterSeconds,
    multikey: index.multikey,
  });
}

/** Rebuilds an index of a collection from its stored form. */
export function restoreIndex(collection: number, stored: Doc): Index {
  const partialSpec = stored.get('partialFilterExpression') as Doc | undefined;
  const id = stored.get('id') as number;
  const key = stored.get('key') as Doc;
  return {
    id,
    key,
    name: stored.get('name') as string,
    unique: stored.get('unique') as boolean,
    sparse: stored.get('sparse') as boolean,
    partialSpec,
    expireAfterSeconds: stored.get('expireAfterSeconds') as number | undefined,
    multikey: stored.get('multikey') as boolean,
    fields: readKeyFields(key, 'an index'),
    partial: partialSpec && compileFilter(partialSpec),
    prefix: indexPrefix(collection, id),
  };
}

/** What `listIndexes` shows of an index. */
export function presentIndex(index: Index): Doc {
  return doc({
    v: 2,
    key: index.key,
    name: index.name,
    unique: index.unique && index.name !== ID_INDEX_NAME ? true : undefined,
    sparse: index.sparse ? true : undefined,
    partialFilterExpression: index.partialSpec,
    expireAfterSeconds: index.expireAfterSeconds,
  });
}

/** E11000 with the key that is taken. */
export function duplicateKey(namespace: string, index: Index, values: (Value | undefined)[]): MongoFailure {
  const keyValue: Doc = new Map(index.fields.map((field, at) => [field.path, values[at] ?? null]));
  const shown = [...keyValue].map(([path, value]) => `${path}: ${showValue(value)}`).join(', ');
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown} }`;
  return new MongoFailure(11000, message, doc({ keyPattern: index.key, keyValue }));
}

function showValue(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value);
  if ('hex' in value) return `ObjectId('${value.hex}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return 'value' in value ? String(value.value) : '…';
}
