import { badValue } from '../errors.js';
import type { Doc, Value } from '../bson/types.js';

/** Splits a dotted path into names; empty names are refused. */
export function splitPath(path: string): string[] {
  const keys = path.split('.');
  if (keys.some((key) => key === '')) throw badValue(`'${path}' is not a valid field path: it has an empty part`);
  return keys;
}

export const isArrayIndex = (key: string): boolean => /^(0|[1-9]\d{0,8})$/.test(key);

type Test = (value: Value | undefined) => boolean;

/**
 * Does any value at a path pass? Arrays on the way are entered, and at its end both the elements and the array itself are
 * tried, unless `whole` asks for the array alone. A missing value is tried as `undefined`.
 */
export function someAt(doc: Doc, keys: string[], whole: boolean, test: Test, at = 0): boolean {
  const value = doc.get(keys[at]!);
  if (at === keys.length - 1) {
    return Array.isArray(value) && !whole ? value.some(test) || test(value) : test(value);
  }
  if (value instanceof Map) return someAt(value, keys, whole, test, at + 1);
  if (Array.isArray(value)) return value.some((item, index) => someIn(item, index, keys, whole, test, at + 1));
  return test(undefined);
}

function someIn(item: Value, index: number, keys: string[], whole: boolean, test: Test, at: number): boolean {
  if (item instanceof Map && someAt(item, keys, whole, test, at)) return true;
  if (keys[at] !== String(index)) return false;
  if (at === keys.length - 1) return test(item);
  if (item instanceof Map) return someAt(item, keys, whole, test, at + 1);
  return Array.isArray(item) && item.some((inner, next) => someIn(inner, next, keys, whole, test, at + 1));
}

/** The values at a path as `distinct` and sorting see them: arrays on the way and at the end are opened. */
export function valuesAt(doc: Doc, keys: string[]): (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  someAt(doc, keys, true, (value) => {
    if (Array.isArray(value)) found.push(...value);
    else found.push(value);
    return false;
  });
  return found;
}
