import { Regex, type Value } from '../bson/types.js';
import type { Leaf } from '../match/filter.js';
import { isNumeric, toNumber } from '../values/compare.js';
import { rankBounds, valueKey } from '../values/key.js';
import { conjuncts } from './implies.js';
import { canonicalType, typeName } from '../values/types.js';
import { successor } from '../store/layout.js';

/** Key parts from `low`, included, up to `high`; a point holds exactly one value. */
export interface Interval {
  low: Buffer;
  high: Buffer;
  point: boolean;
}

const point = (value: Value): Interval => {
  const low = valueKey(value);
  return { low, high: successor(low), point: true };
};

const span = (low: Buffer, high: Buffer): Interval => ({ low, high, point: false });

const REGEX_RANK = canonicalType(new Regex('', ''));
const STRING_RANK = canonicalType('');

/** Values whose equality the bytes of a key cannot decide on their own: arrays match by element too, a regex by pattern. */
const isOpaque = (value: Value): boolean => Array.isArray(value) || value instanceof Regex || isEdge(value);

const isEdge = (value: Value): boolean => typeName(value) === 'minKey' || typeName(value) === 'maxKey';

/** NaN has the least key of all numbers and yet is not less than any. */
const AFTER_NAN = successor(valueKey(NaN));

function ranged(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: Value): Interval[] | undefined {
  const inclusive = operator.endsWith('e');
  if (operand === null) return inclusive ? [point(null)] : undefined;
  if (isNumeric(operand) && Number.isNaN(toNumber(operand))) return inclusive ? [point(operand)] : undefined;
  if (operand instanceof Map) return undefined;
  const [first, end] = rankBounds(canonicalType(operand));
  const key = valueKey(operand);
  const after = successor(key);
  if (operator === '$gt') return [span(after, end)];
  if (operator === '$gte') return [span(key, end)];
  return [span(isNumeric(operand) ? AFTER_NAN : first, operator === '$lt' ? key : after)];
}

/** The text that every match of a pattern starts with; empty when there is none for sure. */
function literalPrefix(regex: Regex): string {
  if (regex.flags.replace('s', '') !== '' || regex.pattern.includes('|')) return '';
  const [, text = '', next = ''] = /^\^([A-Za-z0-9 @_:,-]*)(.?)/.exec(regex.pattern) ?? [];
  return '?*+{'.includes(next || '.') ? text.slice(0, -1) : text;
}

function startingWith(regex: Regex): Interval[] | undefined {
  const text = literalPrefix(regex);
  if (text === '') return undefined;
  const low = Buffer.concat([Buffer.from([STRING_RANK]), Buffer.from(text)]);
  return [span(low, successor(low)), span(...rankBounds(REGEX_RANK))];
}

/**
 * Where in an index, by its part for the leaf's path, every matching document has a key; undefined when nothing can be
 * said. The documents found there are matched once more, so the intervals may hold too much but never too little.
 */
export function intervalsOf(leaf: Leaf): Interval[] | undefined {
  const { operator, operand } = leaf;
  switch (operator) {
    case '$eq':
      return isOpaque(operand) ? undefined : [point(operand)];
    case '$in': {
      const items = operand as Value[];
      return items.some(isOpaque) ? undefined : sortedPoints(items);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return isOpaque(operand) ? undefined : ranged(operator, operand);
    case '$regex':
      return startingWith(operand as Regex);
    case '$elemMatch':
      return leaf.inner?.of === 'element' ? ofOneElement(conjuncts(leaf.inner.filter)) : undefined;
    default:
      return undefined;
  }
}

/** All conditions hold for the same element, so its key is in all of their intervals. */
function ofOneElement(conditions: Leaf[]): Interval[] | undefined {
  const found = conditions.map(intervalsOf).filter((intervals) => intervals !== undefined);
  return found.length > 0 ? found.reduce(intersect) : undefined;
}

function sortedPoints(items: Value[]): Interval[] {
  const points = items.map(point).sort((a, b) => Buffer.compare(a.low, b.low));
  return points.filter((one, at) => at === 0 || !one.low.equals(points[at - 1]!.low));
}

/** What is in both; only for fields that hold no arrays. */
export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const x of a) {
    for (const y of b) {
      const low = Buffer.compare(x.low, y.low) >= 0 ? x.low : y.low;
      const high = Buffer.compare(x.high, y.high) <= 0 ? x.high : y.high;
      if (Buffer.compare(low, high) < 0) result.push({ low, high, point: x.point || y.point });
    }
  }
  return result;
}

/** The same values in a descending part of a key. */
export function flipped({ low, high, point: single }: Interval, inverted: (part: Buffer) => Buffer): Interval {
  return { low: successor(inverted(high)), high: successor(inverted(low)), point: single };
}

/** True when a null or missing field could be in one of the intervals. */
export const holdsNull = (intervals: Interval[]): boolean => {
  const key = valueKey(null);
  return intervals.some(({ low, high }) => Buffer.compare(low, key) <= 0 && Buffer.compare(key, high) < 0);
};

/** Operators whose intervals hold exactly what passes, in an index without arrays. */
const EXACT = ['$eq', '$in', '$gt', '$gte', '$lt', '$lte'];

/** True when the leaf's intervals say all that the leaf says. */
export const isExact = (leaf: Leaf): boolean => EXACT.includes(leaf.operator) && intervalsOf(leaf) !== undefined;
