import { MongoFailure, notImplemented } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import { isOperatorDoc, isTruthy } from '../match/operators.js';
import { isNumeric, toNumber } from '../values/compare.js';
import { readKeyFields } from '../values/sort.js';
import { ABSENT_INDEX_OPTIONS, INDEX_OPTIONS, PARTIAL_OPERATORS } from '../supports.js';

const cannotCreate = (why: string): MongoFailure => new MongoFailure(67, why);
const MAX_FIELDS = 32;
const MAX_TTL = 2_147_483_647;

function readKey(key: Value | undefined): Doc {
  if (!isDoc(key) || key.size === 0) throw cannotCreate('Index keys cannot be an empty object.');
  if (key.size > MAX_FIELDS) throw new MongoFailure(13103, `too many compound keys, at most ${MAX_FIELDS}`);
  const ordinary: Doc = new Map();
  for (const [path, kind] of key) {
    if (typeof kind === 'string') throw notImplemented(`an index of kind '${kind}'`);
    if (path.includes('$**')) throw notImplemented('a wildcard index');
    if (!isNumeric(kind) || toNumber(kind) === 0)
      throw cannotCreate(`Values in the index key pattern must be numbers other than 0: ${path}`);
    ordinary.set(path, toNumber(kind) > 0 ? 1 : -1);
  }
  readKeyFields(ordinary, 'an index');
  return ordinary;
}

function checkOperators(value: Doc): void {
  for (const operator of value.keys()) {
    if (!(PARTIAL_OPERATORS as readonly string[]).includes(operator)) {
      throw cannotCreate(`unsupported expression in partial index: ${operator}`);
    }
    if (operator === '$exists' && !isTruthy(value.get('$exists'))) {
      throw cannotCreate('unsupported expression in partial index: $exists: false');
    }
  }
}

function readPartial(spec: Value): Doc {
  if (!isDoc(spec)) throw cannotCreate('partialFilterExpression must be an object');
  for (const [name, value] of spec) {
    if (name === '$and' && Array.isArray(value)) value.forEach(readPartial);
    else if (name.startsWith('$')) checkOperators(new Map([[name, value]]));
    else if (isOperatorDoc(value)) checkOperators(value);
  }
  compileFilter(spec);
  return spec;
}

function readExpiry(value: Value, key: Doc): number {
  const seconds = isNumeric(value) ? toNumber(value) : NaN;
  if (!(seconds >= 0 && seconds <= MAX_TTL))
    throw cannotCreate(`TTL index 'expireAfterSeconds' must be from 0 to ${MAX_TTL}`);
  if (key.size !== 1) throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL');
  if (key.has('_id'))
    throw new MongoFailure(197, "The field 'expireAfterSeconds' is not valid for an _id index specification");
  return Math.floor(seconds);
}

/** Reads one entry of `createIndexes`; throws for every option that is unknown or not supported. */
export function readIndex(given: Doc): Doc {
  for (const option of given.keys()) {
    if ((INDEX_OPTIONS as readonly string[]).includes(option)) continue;
    if (ABSENT_INDEX_OPTIONS.includes(option)) throw notImplemented(`the index option '${option}'`);
    throw new MongoFailure(197, `The field '${option}' is not valid for an index specification.`);
  }
  const name = given.get('name');
  if (typeof name !== 'string' || name === '' || name === '*')
    throw new MongoFailure(9, "The index 'name' must be a non-empty string");
  const key = readKey(given.get('key'));
  const index: Doc = new Map<string, Value>([
    ['name', name],
    ['key', key],
  ]);
  index.set('unique', isTruthy(given.get('unique')));
  index.set('sparse', isTruthy(given.get('sparse')));
  const partial = given.get('partialFilterExpression');
  if (partial !== undefined) index.set('partialFilterExpression', readPartial(partial));
  if (partial !== undefined && index.get('sparse'))
    throw cannotCreate('cannot mix "partialFilterExpression" and "sparse" options');
  const expiry = given.get('expireAfterSeconds');
  if (expiry !== undefined) index.set('expireAfterSeconds', readExpiry(expiry, key));
  return index;
}
