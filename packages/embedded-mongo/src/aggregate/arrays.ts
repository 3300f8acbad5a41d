import { MongoFailure } from '../errors.js';
import type { Value } from '../bson/types.js';
import { compareValues, equalValues } from '../values/compare.js';
import { wholeNumber } from '../values/number.js';
import { typeName } from '../values/types.js';
import { isTruthy } from '../match/operators.js';
import type { Expression, Operator } from './expression-types.js';
import { eager, named, strict } from './operands.js';

type Found = Value | undefined;

function list(value: Found, operator: string): Value[] {
  if (!Array.isArray(value)) {
    throw new MongoFailure(
      28689,
      `${operator} needs an array, not ${value === undefined ? 'missing' : typeName(value)}`,
    );
  }
  return value;
}

function elementAt(items: Value, index: Value): Found {
  return list(items, '$arrayElemAt').at(wholeNumber(index, 'the index of $arrayElemAt'));
}

function slice(items: Value, first: Value, count?: Value): Value {
  const all = list(items, '$slice');
  const start = wholeNumber(first, 'the position of $slice');
  if (count === undefined) return start >= 0 ? all.slice(0, start) : all.slice(start);
  const length = wholeNumber(count, 'the length of $slice');
  if (length <= 0) throw new MongoFailure(28729, '$slice: the length must be positive');
  const from = start < 0 ? Math.max(all.length + start, 0) : start;
  return all.slice(from, from + length);
}

/** The values without repetition, in MongoDB's order. */
function distinctSorted(items: Value[]): Value[] {
  return [...items].sort(compareValues).filter((item, at, all) => at === 0 || !equalValues(item, all[at - 1]));
}

const contains = (items: Value[], value: Value): boolean => items.some((item) => equalValues(item, value));

function intersection(...lists: Value[]): Value {
  const [first = [], ...others] = lists.map((items) => list(items, '$setIntersection'));
  return distinctSorted(first.filter((item) => others.every((other) => contains(other, item))));
}

/** Runs `body` for each element with the element in a variable. */
function eachElement(operator: string, args: Map<string, Value>, compile: (value: Value) => Expression, body: string) {
  const input = compile(args.get('input')!);
  const inner = compile(args.get(body)!);
  const as = args.get('as') ?? 'this';
  if (typeof as !== 'string' || !/^[a-z]\w*$/.test(as))
    throw new MongoFailure(9, `${operator}: 'as' is not a valid name`);
  return {
    input,
    run: (item: Value, ...[root, scope]: Parameters<Expression>) => inner(root, new Map(scope).set(as, item)),
  };
}

const $filter: Operator = (operand, compile) => {
  const args = named('$filter', operand, ['input', 'cond'], ['as', 'limit']);
  const { input, run } = eachElement('$filter', args, compile, 'cond');
  const limit = args.has('limit') ? compile(args.get('limit')!) : undefined;
  return (root, scope) => {
    const items = input(root, scope);
    if (items == null) return null;
    const most = limit?.(root, scope) ?? undefined;
    const passing = list(items, '$filter').filter((item) => isTruthy(run(item, root, scope)));
    return most === undefined ? passing : passing.slice(0, wholeNumber(most, 'the limit of $filter'));
  };
};

const $map: Operator = (operand, compile) => {
  const { input, run } = eachElement('$map', named('$map', operand, ['input', 'in'], ['as']), compile, 'in');
  return (root, scope) => {
    const items = input(root, scope);
    return items == null ? null : list(items, '$map').map((item) => run(item, root, scope) ?? null);
  };
};

const $reduce: Operator = (operand, compile) => {
  const args = named('$reduce', operand, ['input', 'initialValue', 'in']);
  const [input, initial, inner] = ['input', 'initialValue', 'in'].map((name) => compile(args.get(name)!));
  return (root, scope) => {
    const items = input!(root, scope);
    if (items == null) return null;
    let value = initial!(root, scope);
    for (const item of list(items, '$reduce'))
      value = inner!(root, new Map(scope).set('this', item).set('value', value));
    return value;
  };
};

const $in: Operator = eager(2, 2, (value, items) =>
  list(items, '$in').some((item) => value !== undefined && equalValues(item, value)),
);

export const ARRAYS = {
  $isArray: eager(1, 1, (value) => Array.isArray(value)),
  $size: eager(1, 1, (items) => list(items, '$size').length),
  $in,
  $arrayElemAt: strict(2, 2, elementAt),
  $first: strict(1, 1, (items) => list(items, '$first')[0]),
  $last: strict(1, 1, (items) => list(items, '$last').at(-1)),
  $slice: strict(2, 3, slice),
  $concatArrays: strict(0, Infinity, (...lists) => lists.flatMap((items) => list(items, '$concatArrays'))),
  $setUnion: strict(0, Infinity, (...lists) => distinctSorted(lists.flatMap((items) => list(items, '$setUnion')))),
  $setIntersection: strict(0, Infinity, intersection),
  $setDifference: strict(2, 2, (a, b) => {
    const others = list(b, '$setDifference');
    const rest = list(a, '$setDifference').filter((item) => !contains(others, item));
    return rest.filter((item, at) => !contains(rest.slice(0, at), item));
  }),
  $reverseArray: strict(1, 1, (items) => [...list(items, '$reverseArray')].reverse()),
  $filter,
  $map,
  $reduce,
} satisfies Record<string, Operator>;
