import { MongoFailure } from '../errors.js';
import { double, Double, isInt32, type Value } from '../bson/types.js';
import { toNumber } from './compare.js';
import { typeName } from './types.js';

export type Numeric = number | bigint | Double;

const MIN_LONG = -(1n << 63n);
const MAX_LONG = (1n << 63n) - 1n;

const isFloat = (value: Numeric): boolean => typeName(value) === 'double';

/** The whole number with the type that MongoDB gives it: `int` when both sides were and it fits, else `long`. */
function whole(value: bigint, wide: boolean): Numeric {
  if (value < MIN_LONG || value > MAX_LONG) throw new MongoFailure(2, 'the result does not fit into 64 bits');
  return wide || !isInt32(Number(value)) ? value : Number(value);
}

function combine(
  a: Numeric,
  b: Numeric,
  floats: (x: number, y: number) => number,
  longs: (x: bigint, y: bigint) => bigint,
): Numeric {
  if (isFloat(a) || isFloat(b)) return double(floats(toNumber(a), toNumber(b)));
  const wide = typeof a === 'bigint' || typeof b === 'bigint';
  if (!wide) {
    const quick = floats(a as number, b as number);
    if (isInt32(quick)) return quick;
  }
  return whole(longs(BigInt(a as number | bigint), BigInt(b as number | bigint)), wide);
}

/** Sum with MongoDB's result type: int, widened to long when it overflows, double when either is one. */
export const add = (a: Numeric, b: Numeric): Numeric =>
  combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  );

export const subtract = (a: Numeric, b: Numeric): Numeric =>
  combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  );

export const multiply = (a: Numeric, b: Numeric): Numeric =>
  combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  );

/** Applies a rounding that leaves whole numbers as they are. */
export function roundWith(value: Numeric, round: (value: number) => number): Numeric {
  return isFloat(value) ? double(round(toNumber(value))) : value;
}

/** A number of a request that has to be whole, such as a limit; throws when it is none. */
export function wholeNumber(value: Value | undefined, what: string): number {
  const number = value instanceof Double || typeof value === 'bigint' ? toNumber(value) : value;
  if (typeof number !== 'number') throw new MongoFailure(14, `${what} must be a number`);
  if (!Number.isSafeInteger(number)) throw new MongoFailure(9, `${what} must be a whole number`);
  return number;
}
