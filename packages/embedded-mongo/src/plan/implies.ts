import type { Value } from '../bson/types.js';
import type { Filter, Leaf } from '../match/filter.js';
import { compareValues, equalValues, isNumeric, toNumber } from '../values/compare.js';
import { canonicalType } from '../values/types.js';

/** The conditions that a filter states all together; those inside `$or` and negations are none of them. */
export function conjuncts(filter: Filter): Leaf[] {
  if (filter.kind === 'leaf') return [filter];
  return filter.kind === 'and' ? filter.parts.flatMap(conjuncts) : [];
}

const isPlain = (value: Value): boolean => !Array.isArray(value);

/** The values of which one has to be there for the leaf to hold. */
function listed(leaf: Leaf): Value[] | undefined {
  if (leaf.operator === '$eq') return [leaf.operand];
  return leaf.operator === '$in' ? (leaf.operand as Value[]) : undefined;
}

const isNaNValue = (value: Value): boolean => isNumeric(value) && Number.isNaN(toNumber(value));

const RANGES = ['$gt', '$gte', '$lt', '$lte'];

/** Is every value beyond the first bound beyond the second? */
function rangeImplies(query: Leaf, partial: Leaf): boolean {
  if (canonicalType(query.operand) !== canonicalType(partial.operand)) return false;
  if (isNaNValue(query.operand) || isNaNValue(partial.operand)) return false;
  const upward = query.operator.startsWith('$g');
  if (upward !== partial.operator.startsWith('$g')) return false;
  const order = compareValues(query.operand, partial.operand) * (upward ? 1 : -1);
  return order > 0 || (order === 0 && (partial.operator.endsWith('e') || !query.operator.endsWith('e')));
}

/** True when each value that satisfies `query` satisfies `partial`, a condition on the same path. */
function leafImplies(query: Leaf, partial: Leaf): boolean {
  if (query.operator === partial.operator && equalValues(query.operand, partial.operand)) return true;
  const values = listed(query);
  if (values)
    return values.length > 0 && values.every((value) => isPlain(value) && value !== null && partial.test(value));
  if (!RANGES.includes(query.operator) || query.operand === null || !isPlain(query.operand)) return false;
  if (partial.operator === '$exists') return true;
  return RANGES.includes(partial.operator) && partial.operand !== null && rangeImplies(query, partial);
}

/** True when every document that passes the query is in an index with this partial filter. */
export function implies(query: Leaf[], partial: Filter): boolean {
  if (partial.kind === 'and') return partial.parts.every((part) => implies(query, part));
  if (partial.kind !== 'leaf') return false;
  return query.some((leaf) => leaf.path === partial.path && leafImplies(leaf, partial));
}
