import { badValue, MongoFailure } from '../errors.js';
import type { Doc, Value } from '../bson/types.js';
import { isArrayIndex } from '../values/path.js';

/** The most elements by which a write beyond an array's end may fill it up with nulls, as in MongoDB. */
const MAX_PADDING = 1_500_000;

/** Answers of a change that stores no new value. */
export const KEEP: unique symbol = Symbol('leave as it is');
export const REMOVE: unique symbol = Symbol('take the field away');

/** What an operator makes of the present value (`undefined`: missing). */
export type Change = (value: Value | undefined) => Value | typeof KEEP | typeof REMOVE;

type Container = Doc | Value[];

const get = (container: Container, key: string): Value | undefined =>
  Array.isArray(container) ? (isArrayIndex(key) ? container[Number(key)] : undefined) : container.get(key);

function notViable(key: string, parent: string, value: Value): MongoFailure {
  const shown = Array.isArray(value) ? 'an array' : String(value);
  return new MongoFailure(28, `Cannot create field '${key}' in element {${parent}: ${shown}}`);
}

function put(container: Container, key: string, value: Value, parent: string): void {
  if (!Array.isArray(container)) {
    container.set(key, value);
    return;
  }
  if (!isArrayIndex(key)) throw notViable(key, parent, container);
  const index = Number(key);
  if (index - container.length > MAX_PADDING)
    throw badValue(`cannot create field '${key}': more than ${MAX_PADDING} nulls would be added`);
  while (container.length < index) container.push(null);
  container[index] = value;
}

function remove(container: Container, key: string): void {
  if (!Array.isArray(container)) container.delete(key);
  else if (isArrayIndex(key) && Number(key) < container.length) container[Number(key)] = null;
}

/** Documents around `value` for the names that are missing. */
const nested = (keys: string[], value: Value): Value =>
  keys.reduceRight<Value>((inner, key) => new Map([[key, inner]]), value);

/**
 * Applies a change to the value at a path of plain names and indexes, in place. With `create` missing documents on the
 * way are made, and a way through a value that can hold none is refused (28); without it nothing happens then.
 */
export function changeAt(doc: Doc, keys: string[], create: boolean, change: Change): void {
  let container: Container = doc;
  for (let at = 0; at < keys.length - 1; at++) {
    const key = keys[at]!;
    const next: Value | undefined = get(container, key);
    if (next instanceof Map || Array.isArray(next)) {
      container = next;
      continue;
    }
    if (!create) return;
    if (next !== undefined) throw notViable(keys[at + 1]!, key, next);
    const made = change(undefined);
    if (made !== KEEP && made !== REMOVE) put(container, key, nested(keys.slice(at + 1), made), keys[at - 1] ?? '');
    return;
  }
  const last = keys.at(-1)!;
  if (!create && get(container, last) === undefined) return;
  const changed = change(get(container, last));
  if (changed === REMOVE) remove(container, last);
  else if (changed !== KEEP) put(container, last, changed, keys.at(-2) ?? '');
}

/** The value at a path of plain names and indexes. */
export function valueAt(doc: Doc, keys: string[]): Value | undefined {
  let value: Value | undefined = doc;
  for (const key of keys) {
    if (!(value instanceof Map) && !Array.isArray(value)) return undefined;
    value = get(value, key);
  }
  return value;
}
