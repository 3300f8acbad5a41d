import { MongoFailure } from '../errors.js';
import type { Value } from '../bson/types.js';
import { compareStrings } from '../values/compare.js';
import { wholeNumber } from '../values/number.js';
import { typeName } from '../values/types.js';
import type { Operator } from './expression-types.js';
import { eager, namedStrict, strict } from './operands.js';
import { textOf } from './conversions.js';

function text(value: Value, operator: string): string {
  if (typeof value !== 'string')
    throw new MongoFailure(16702, `${operator} only supports strings, not ${typeName(value)}`);
  return value;
}

/** Letter case changes for the letters of ASCII only, as in MongoDB. */
const lower = (value: string): string => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (value: string): string => value.replace(/[a-z]/g, (letter) => letter.toUpperCase());

const inCase = (change: (value: string) => string): Operator =>
  eager(1, 1, (value) => (value == null ? '' : change(textOf(value))));

function trimmed(input: string, chars: Value | undefined): string {
  if (chars === undefined) return input.replace(/^[\s\0]+|[\s\0]+$/g, '');
  const set = new Set(text(chars, '$trim'));
  const points = [...input];
  let start = 0;
  let end = points.length;
  while (start < end && set.has(points[start]!)) start++;
  while (end > start && set.has(points[end - 1]!)) end--;
  return points.slice(start, end).join('');
}

function split(value: Value, separator: Value): Value {
  const by = text(separator, '$split');
  if (by === '') throw new MongoFailure(40087, '$split requires a non-empty separator');
  return text(value, '$split').split(by);
}

function part(value: Value | undefined, from: Value | undefined, count: Value | undefined): Value {
  const start = wholeNumber(from, 'the start of $substrCP');
  const length = wholeNumber(count, 'the length of $substrCP');
  if (start < 0 || length < 0) throw new MongoFailure(34451, '$substrCP: start and length must not be negative');
  return value == null ? '' : [...textOf(value)].slice(start, start + length).join('');
}

export const STRINGS = {
  $concat: strict(0, Infinity, (...values) => values.map((value) => text(value, '$concat')).join('')),
  $toLower: inCase(lower),
  $toUpper: inCase(upper),
  $trim: namedStrict('$trim', ['input'], ['chars'], ({ input, chars }) => trimmed(text(input!, '$trim'), chars)),
  $split: strict(2, 2, split),
  $substrCP: eager(3, 3, part),
  $strLenCP: eager(1, 1, (value) => [...text(value ?? null, '$strLenCP')].length),
  $strcasecmp: eager(2, 2, (a, b) =>
    compareStrings(upper(a == null ? '' : textOf(a)), upper(b == null ? '' : textOf(b))),
  ),
} satisfies Record<string, Operator>;
