import { MongoFailure } from '../errors.js';
import { double, type Value } from '../bson/types.js';
import { compareValues, isNumeric, toNumber } from '../values/compare.js';
import { add, multiply, type Numeric, roundWith, subtract, wholeNumber } from '../values/number.js';
import { typeName } from '../values/types.js';
import type { Operator } from './expression-types.js';
import { strict, variadic } from './operands.js';

type Found = Value | undefined;

function number(value: Value, operator: string): Numeric {
  if (!isNumeric(value)) throw new MongoFailure(14, `${operator} only supports numeric types, not ${typeName(value)}`);
  return value;
}

/** `$add`: numbers, and one date to which milliseconds are added. */
function sumOf(values: Value[]): Value {
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new MongoFailure(16612, 'only one date allowed in an $add expression');
  const numbers = values.filter((value) => !(value instanceof Date)).map((value) => number(value, '$add'));
  const sum = numbers.reduce(add, 0);
  return dates[0] ? new Date(dates[0].getTime() + Math.round(toNumber(sum))) : sum;
}

function difference(a: Value, b: Value): Value {
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date) return new Date(a.getTime() - Math.round(toNumber(number(b, '$subtract'))));
  return subtract(number(a, '$subtract'), number(b, '$subtract'));
}

function quotient(a: Value, b: Value): Value {
  const divisor = toNumber(number(b, '$divide'));
  if (divisor === 0) throw new MongoFailure(2, "can't $divide by zero");
  return double(toNumber(number(a, '$divide')) / divisor);
}

function remainder(a: Value, b: Value): Value {
  const [x, y] = [number(a, '$mod'), number(b, '$mod')];
  if (toNumber(y) === 0) throw new MongoFailure(16610, "can't $mod by zero");
  if (typeName(x) === 'double' || typeName(y) === 'double') return double(toNumber(x) % toNumber(y));
  const result = BigInt(x as number | bigint) % BigInt(y as number | bigint);
  return typeof x === 'bigint' || typeof y === 'bigint' ? result : Number(result) + 0;
}

function absolute(value: Value): Value {
  const found = number(value, '$abs');
  if (typeName(found) === 'double') return double(Math.abs(toNumber(found)));
  return compareValues(found, 0) < 0 ? subtract(0, found) : found;
}

const rounding = (operator: string, round: (value: number) => number): Operator =>
  strict(1, 1, (value) => roundWith(number(value, operator), round));

/** Rounds half to even, as MongoDB does. */
function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function toPlaces(operator: string, round: (value: number) => number): Operator {
  return strict(1, 2, (value, places = 0) => {
    const digits = wholeNumber(places, `the precision of ${operator}`);
    if (digits < -20 || digits > 100)
      throw new MongoFailure(51083, `the precision of ${operator} must be from -20 to 100`);
    const found = number(value, operator);
    if (digits >= 0 && typeName(found) !== 'double') return found;
    if (digits === 0) return roundWith(found, round);
    const scaled = Number(`${toNumber(found)}e${digits}`);
    if (!Number.isFinite(scaled)) return found;
    const result = Number(`${round(scaled)}e${-digits}`);
    return typeName(found) === 'double' ? double(result) : typeof found === 'bigint' ? BigInt(result) : result;
  });
}

/** With one operand that is an array the accumulators look at its elements. */
const spread = (values: Found[]): Found[] => (values.length === 1 && Array.isArray(values[0]) ? values[0] : values);

/** Average of the numbers among the values, null without any. */
function average(values: Found[]): Value {
  const numbers = values.filter(isNumeric);
  return numbers.length === 0 ? null : double(toNumber(numbers.reduce(add, 0)) / numbers.length);
}

/** The least (`sign` 1) or greatest (-1) value, null and missing ones aside. */
export function extreme(values: Found[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (value != null && (best === null || compareValues(value, best) * sign < 0)) best = value;
  }
  return best;
}

export const ARITHMETIC = {
  $add: strict(0, Infinity, (...values) => sumOf(values)),
  $subtract: strict(2, 2, difference),
  $multiply: strict(0, Infinity, (...values) => values.map((value) => number(value, '$multiply')).reduce(multiply, 1)),
  $divide: strict(2, 2, quotient),
  $mod: strict(2, 2, remainder),
  $abs: strict(1, 1, absolute),
  $ceil: rounding('$ceil', Math.ceil),
  $floor: rounding('$floor', Math.floor),
  $trunc: toPlaces('$trunc', Math.trunc),
  $round: toPlaces('$round', halfToEven),
  $sum: variadic((...values) => spread(values).filter(isNumeric).reduce(add, 0)),
  $avg: variadic((...values) => average(spread(values))),
  $min: variadic((...values) => extreme(spread(values), 1)),
  $max: variadic((...values) => extreme(spread(values), -1)),
} satisfies Record<string, Operator>;
