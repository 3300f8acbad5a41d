import { MongoFailure } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import type { Expression, Operator } from './expression-types.js';

type Found = Value | undefined;

/** The operands of an operator as a list; MongoDB lets a single one stand without brackets. */
const asList = (operand: Value): Value[] => (Array.isArray(operand) ? operand : [operand]);

/** An operator that evaluates all its operands and then computes; `least` and `most` count them. */
export function eager(least: number, most: number, compute: (...values: Found[]) => Found): Operator {
  return (operand, compile) => {
    const items = asList(operand);
    if (items.length < least || items.length > most) {
      throw new MongoFailure(16020, `the expression takes ${least} to ${most} arguments, ${items.length} were given`);
    }
    const expressions = items.map(compile);
    return (root, scope) => compute(...expressions.map((expression) => expression(root, scope)));
  };
}

/** Like `eager` for any number of operands. */
export const variadic = (compute: (...values: Found[]) => Found): Operator => eager(0, Infinity, compute);

/** As `eager`, but null as soon as one operand is null or missing. */
export function strict(least: number, most: number, compute: (...values: Value[]) => Found): Operator {
  return eager(least, most, (...values) =>
    values.some((value) => value == null) ? null : compute(...(values as Value[])),
  );
}

/** The named arguments of an operator such as `$filter`; unknown and missing names are refused. */
export function named(operator: string, operand: Value, required: string[], optional: string[] = []): Doc {
  if (!isDoc(operand)) throw new MongoFailure(9, `${operator} needs a document of arguments`);
  for (const name of operand.keys()) {
    if (![...required, ...optional].includes(name))
      throw new MongoFailure(9, `${operator} found an unknown argument: ${name}`);
  }
  for (const name of required) {
    if (!operand.has(name)) throw new MongoFailure(9, `${operator} needs the argument '${name}'`);
  }
  return operand;
}

/** Compiles named arguments that are all evaluated each time; null as soon as a required one is null or missing. */
export function namedStrict(
  operator: string,
  required: string[],
  optional: string[],
  compute: (args: Record<string, Found>) => Found,
): Operator {
  return (operand, compile) => {
    const args = named(operator, operand, required, optional);
    const compiled = [...args].map(([name, value]) => [name, compile(value)] as [string, Expression]);
    return (root, scope) => {
      const values = Object.fromEntries(compiled.map(([name, expression]) => [name, expression(root, scope)]));
      return required.some((name) => values[name] == null) ? null : compute(values);
    };
  };
}
