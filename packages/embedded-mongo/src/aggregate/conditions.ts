import { MongoFailure } from '../errors.js';
import { isDoc, type Value } from '../bson/types.js';
import { compareValues } from '../values/compare.js';
import { isTruthy } from '../match/operators.js';
import type { Operator } from './expression-types.js';
import { eager, named } from './operands.js';

/** Order of two expression values; unlike in a filter, a missing value is below null. */
function order(a: Value | undefined, b: Value | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}

const comparison = (accepts: (order: number) => boolean): Operator => eager(2, 2, (a, b) => accepts(order(a, b)));

const $cond: Operator = (operand, compile) => {
  const parts = Array.isArray(operand) ? operand : undefined;
  if (parts && parts.length !== 3) throw new MongoFailure(16020, '$cond takes exactly 3 arguments');
  const args = parts ?? [
    ...'if then else'.split(' ').map((name) => named('$cond', operand, ['if', 'then', 'else']).get(name)!),
  ];
  const [condition, yes, no] = args.map(compile);
  return (root, scope) => (isTruthy(condition!(root, scope)) ? yes!(root, scope) : no!(root, scope));
};

const $switch: Operator = (operand, compile) => {
  const args = named('$switch', operand, ['branches'], ['default']);
  const list = args.get('branches');
  if (!Array.isArray(list) || list.length === 0) throw new MongoFailure(40068, '$switch requires at least one branch');
  const branches = list.map((branch) => {
    if (!isDoc(branch)) throw new MongoFailure(40062, '$switch expects each branch to be an object');
    const parts = named('$switch', branch, ['case', 'then']);
    return [compile(parts.get('case')!), compile(parts.get('then')!)] as const;
  });
  const otherwise = args.has('default') ? compile(args.get('default')!) : undefined;
  return (root, scope) => {
    for (const [condition, result] of branches) if (isTruthy(condition(root, scope))) return result(root, scope);
    if (!otherwise) throw new MongoFailure(40066, '$switch could not find a matching branch and has no default');
    return otherwise(root, scope);
  };
};

const $ifNull: Operator = (operand, compile) => {
  if (!Array.isArray(operand) || operand.length < 2)
    throw new MongoFailure(1257300, '$ifNull needs at least two arguments');
  const items = operand.map(compile);
  return (root, scope) => {
    for (const item of items.slice(0, -1)) {
      const value = item(root, scope);
      if (value != null) return value;
    }
    return items.at(-1)!(root, scope);
  };
};

const list = (operand: Value): Value[] => (Array.isArray(operand) ? operand : [operand]);

export const CONDITIONS = {
  $eq: comparison((found) => found === 0),
  $ne: comparison((found) => found !== 0),
  $gt: comparison((found) => found > 0),
  $gte: comparison((found) => found >= 0),
  $lt: comparison((found) => found < 0),
  $lte: comparison((found) => found <= 0),
  $cmp: eager(2, 2, order),
  $and: (operand, compile) => {
    const items = list(operand).map(compile);
    return (root, scope) => items.every((item) => isTruthy(item(root, scope)));
  },
  $or: (operand, compile) => {
    const items = list(operand).map(compile);
    return (root, scope) => items.some((item) => isTruthy(item(root, scope)));
  },
  $not: eager(1, 1, (value) => !isTruthy(value)),
  $cond,
  $ifNull,
  $switch,
} satisfies Record<string, Operator>;
