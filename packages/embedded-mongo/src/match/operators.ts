import { badValue } from '../errors.js';
import { type Doc, type Double, isDoc, Regex, type Value } from '../bson/types.js';
import { canonicalType, typeName, typesNamed } from '../values/types.js';
import { compareValues, equalValues, isNumeric, toNumber } from '../values/compare.js';
import type { LeafOperator } from './filter.js';
import { regexTest } from './regex.js';

type Test = (value: Value | undefined) => boolean;

const isNaNValue = (value: Value | undefined): boolean => isNumeric(value) && Number.isNaN(toNumber(value));

const isEdge = (value: Value): boolean => typeName(value) === 'minKey' || typeName(value) === 'maxKey';

/** Ranges stay within the type of their operand; MinKey and MaxKey compare with everything. */
function rangeTest(operand: Value, accepts: (order: number) => boolean): Test {
  if (isNaNValue(operand)) return accepts(0) ? isNaNValue : () => false;
  const rank = canonicalType(operand);
  const edge = isEdge(operand);
  return (value) => {
    if (value === undefined && edge) return false;
    if (!edge && (canonicalType(value) !== rank || isNaNValue(value))) return false;
    return accepts(compareValues(value, operand));
  };
}

function inTest(operand: Value): Test {
  if (!Array.isArray(operand)) throw badValue('$in needs an array');
  const patterns = operand.filter((item) => item instanceof Regex).map(regexTest);
  const plain = operand.filter((item) => !(item instanceof Regex));
  if (plain.some((item) => isDoc(item) && [...item.keys()][0]?.startsWith('$'))) {
    throw badValue('cannot nest $ under $in');
  }
  const strings = new Set(plain.filter((item) => typeof item === 'string'));
  const others = plain.filter((item) => typeof item !== 'string');
  return (value) =>
    (typeof value === 'string' && strings.has(value)) ||
    others.some((item) => equalValues(value, item)) ||
    patterns.some((test) => test(value));
}

function wholeNumber(operator: string, operand: Value): number {
  const number = isNumeric(operand) ? toNumber(operand) : NaN;
  if (!Number.isInteger(number) || number < 0) throw badValue(`${operator} needs a whole number that is not negative`);
  return number;
}

function modTest(operand: Value): Test {
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumeric)) {
    throw badValue('malformed mod, needs to be an array of two numbers');
  }
  const [divisor, remainder] = operand.map((item) => Math.trunc(toNumber(item as number | bigint | Double)));
  if (!Number.isFinite(divisor) || !Number.isFinite(remainder)) throw badValue('malformed mod, not a finite number');
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => isNumeric(value) && Math.trunc(toNumber(value)) % divisor! === remainder;
}

function equalTest(operand: Value): Test {
  return operand instanceof Regex ? regexTest(operand) : (value) => equalValues(value, operand);
}

/** `{ $exists: 0 }` is false as well, and so is null. */
export const isTruthy = (value: Value | undefined): boolean =>
  isNumeric(value) ? toNumber(value) !== 0 : value !== undefined && value !== null && value !== false;

const TESTS: Record<Exclude<LeafOperator, '$regex' | '$elemMatch'>, (operand: Value) => Test> = {
  $eq: equalTest,
  $gt: (operand) => rangeTest(operand, (order) => order > 0),
  $gte: (operand) => rangeTest(operand, (order) => order >= 0),
  $lt: (operand) => rangeTest(operand, (order) => order < 0),
  $lte: (operand) => rangeTest(operand, (order) => order <= 0),
  $in: inTest,
  $exists: () => (value) => value !== undefined,
  $type: (operand) => {
    const types = typesNamed(operand);
    return (value) => value !== undefined && types.has(typeName(value));
  },
  $size: (operand) => {
    const size = wholeNumber('$size', operand);
    return (value) => Array.isArray(value) && value.length === size;
  },
  $mod: modTest,
};

/** The operators that look at an array as such. */
export const WHOLE_ARRAY: ReadonlySet<string> = new Set(['$size', '$exists', '$elemMatch']);

/** The test of one operator with its operand; throws for an operand that MongoDB refuses. */
export function testOf(operator: keyof typeof TESTS, operand: Value): Test {
  return TESTS[operator](operand);
}

export const isTestOperator = (operator: string): operator is keyof typeof TESTS => Object.hasOwn(TESTS, operator);

/** True for `{ $gt: 1 }`, false for a plain document. */
export const isOperatorDoc = (value: Value | undefined): value is Doc =>
  isDoc(value) && ([...value.keys()][0]?.startsWith('$') ?? false) && !value.has('$ref') && !value.has('$id');
