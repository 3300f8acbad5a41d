import { Binary, type Doc, Double, ObjectId, Regex, Timestamp, type Value } from '../bson/types.js';
import { canonicalType } from './types.js';

const sign = (difference: number): number => (difference < 0 ? -1 : difference > 0 ? 1 : 0);

/** Moves surrogates above the rest of the plane, so that UTF-16 units order like UTF-8 bytes. */
const unitRank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Orders strings by their UTF-8 bytes, as MongoDB does without a collation. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return unitRank(x) < unitRank(y) ? -1 : 1;
  }
  return sign(a.length - b.length);
}

type Numeric = number | bigint | Double;

export const isNumeric = (value: Value | undefined): value is Numeric =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Double;

/** The value of a number as a JavaScript number; a long beyond 2^53 is rounded. */
export const toNumber = (value: Numeric): number => (value instanceof Double ? value.value : Number(value));

/** Orders numbers of all types by value; NaN is below all others and equal to itself, -0 equals 0. */
function compareNumbers(a: Numeric, b: Numeric): number {
  const x = a instanceof Double ? a.value : a;
  const y = b instanceof Double ? b.value : b;
  if (x < y) return -1;
  if (x > y) return 1;
  return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
}

function compareDocs(a: Doc, b: Doc): number {
  const right = b.entries();
  for (const [name, value] of a) {
    const next = right.next();
    if (next.done) return 1;
    const [otherName, otherValue] = next.value;
    const order =
      sign(canonicalType(value) - canonicalType(otherValue)) ||
      compareStrings(name, otherName) ||
      compareValues(value, otherValue);
    if (order !== 0) return order;
  }
  return right.next().done ? 0 : -1;
}

function compareArrays(a: Value[], b: Value[]): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const order = compareValues(a[at], b[at]);
    if (order !== 0) return order;
  }
  return sign(a.length - b.length);
}

function compareBinary(a: Binary, b: Binary): number {
  return sign(a.bytes.length - b.bytes.length) || sign(a.subtype - b.subtype) || Buffer.compare(a.bytes, b.bytes);
}

/** MongoDB's order over values of all types; a missing value (`undefined`) equals null. Returns -1, 0 or 1. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const rank = sign(canonicalType(a) - canonicalType(b));
  if (rank !== 0) return rank;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (a instanceof ObjectId && b instanceof ObjectId) return a.hex === b.hex ? 0 : a.hex < b.hex ? -1 : 1;
  if (a instanceof Date && b instanceof Date) return sign(a.getTime() - b.getTime());
  if (typeof a === 'boolean' && typeof b === 'boolean') return sign(Number(a) - Number(b));
  if (a instanceof Map && b instanceof Map) return compareDocs(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (a instanceof Binary && b instanceof Binary) return compareBinary(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.bits < b.bits ? -1 : a.bits > b.bits ? 1 : 0;
  if (a instanceof Regex && b instanceof Regex) {
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.flags, b.flags);
  }
  return 0;
}

/** Equality as a filter understands it: same type family, same value, fields in the same order. */
export const equalValues = (a: Value | undefined, b: Value | undefined): boolean => compareValues(a, b) === 0;
