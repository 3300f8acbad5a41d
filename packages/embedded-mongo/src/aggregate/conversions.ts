import { MongoFailure } from '../errors.js';
import { double, type Double, isInt32, ObjectId, type Value } from '../bson/types.js';
import { isNumeric, toNumber } from '../values/compare.js';
import { isTruthy } from '../match/operators.js';
import { typeName } from '../values/types.js';
import type { Operator } from './expression-types.js';
import { eager, strict } from './operands.js';

const unsupported = (value: Value, to: string): MongoFailure =>
  new MongoFailure(241, `Unsupported conversion from ${typeName(value)} to ${to} in $convert`);

const unparsable = (text: string, to: string): MongoFailure =>
  new MongoFailure(241, `Failed to parse ${to} '${text}' in $convert`);

/** `$toString`. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isNumeric(value)) return numberText(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.hex;
  throw unsupported(value, 'string');
}

function numberText(value: number | bigint | Double): string {
  if (!isNumeric(value) || typeof value === 'bigint') return String(value);
  const number = toNumber(value);
  if (Object.is(number, -0)) return '-0';
  return number === Infinity ? 'Infinity' : number === -Infinity ? '-Infinity' : String(number);
}

function asInt(value: Value): Value {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value) || !isInt32(Number(value) + 0)) throw unparsable(value, 'int');
    return Number(value) + 0;
  }
  if (!isNumeric(value)) throw unsupported(value, 'int');
  const whole = Math.trunc(toNumber(value)) + 0;
  if (!isInt32(whole)) throw new MongoFailure(241, 'Conversion would overflow target type in $convert');
  return whole;
}

function asDouble(value: Value): Value {
  if (typeof value === 'boolean') return double(Number(value));
  if (value instanceof Date) return double(value.getTime());
  if (typeof value === 'string') {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)) throw unparsable(value, 'double');
    return double(Number(value));
  }
  if (!isNumeric(value)) throw unsupported(value, 'double');
  return double(toNumber(value));
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function asDate(value: Value): Value {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return new Date(parseInt(value.hex.slice(0, 8), 16) * 1000);
  if (typeof value === 'string') {
    const zoned = /T/.test(value) && !/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? `${value}Z` : value;
    const date = new Date(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (!ISO.test(value) || Number.isNaN(date.getTime())) throw unparsable(value, 'date');
    return date;
  }
  if (!isNumeric(value) || typeName(value) === 'int') throw unsupported(value, 'date');
  return new Date(toNumber(value));
}

function asObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!/^[0-9a-fA-F]{24}$/.test(value)) throw unparsable(value, 'objectId');
  return new ObjectId(value.toLowerCase());
}

export const CONVERSIONS = {
  $toString: strict(1, 1, textOf),
  $toInt: strict(1, 1, asInt),
  $toDouble: strict(1, 1, asDouble),
  $toBool: strict(1, 1, (value) => isTruthy(value)),
  $toDate: strict(1, 1, asDate),
  $toObjectId: strict(1, 1, asObjectId),
  $type: eager(1, 1, (value) => (value === undefined ? 'missing' : typeName(value))),
  $isNumber: eager(1, 1, isNumeric),
} satisfies Record<string, Operator>;
