import { MongoFailure, notImplemented } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { ABSENT_EXPRESSIONS, type ExpressionName } from '../supports.js';
import type { Expression, Operator } from './expression-types.js';
import { ARITHMETIC } from './arithmetic.js';
import { ARRAYS } from './arrays.js';
import { CONDITIONS } from './conditions.js';
import { CONVERSIONS } from './conversions.js';
import { DATES } from './dates.js';
import { OBJECTS } from './objects.js';
import { STRINGS } from './strings.js';

const OPERATORS: Record<ExpressionName, Operator> = {
  $literal: (operand) => () => operand,
  ...CONDITIONS,
  ...ARITHMETIC,
  ...STRINGS,
  ...CONVERSIONS,
  ...ARRAYS,
  ...OBJECTS,
  ...DATES,
};

/** Compiles an aggregation expression; throws for every operator and variable that is unknown, before anything is read. */
export function compileExpression(value: Value): Expression {
  if (typeof value === 'string' && value.startsWith('$'))
    return value.startsWith('$$') ? variable(value) : field(value);
  if (Array.isArray(value)) {
    const items = value.map(compileExpression);
    return (root, scope) => items.map((item) => item(root, scope) ?? null);
  }
  if (!isDoc(value)) return () => value;
  const [name, operand] = [...value][0] ?? [];
  if (name?.startsWith('$')) {
    if (value.size !== 1)
      throw new MongoFailure(15983, `an object representing an expression must have exactly one field`);
    return operator(name, operand!);
  }
  return objectExpression(value);
}

function operator(name: string, operand: Value): Expression {
  if (Object.hasOwn(OPERATORS, name)) return OPERATORS[name as ExpressionName](operand, compileExpression);
  if (ABSENT_EXPRESSIONS.includes(name)) throw notImplemented(`the expression ${name}`);
  throw new MongoFailure(168, `Unrecognized expression '${name}'`);
}

function objectExpression(value: Doc): Expression {
  const fields = [...value].map(([name, item]) => {
    if (name.includes('.')) throw new MongoFailure(16412, `FieldPath field names may not contain '.': ${name}`);
    return [name, compileExpression(item)] as const;
  });
  return (root, scope) => {
    const result: Doc = new Map();
    for (const [name, item] of fields) {
      const found = item(root, scope);
      if (found !== undefined) result.set(name, found);
    }
    return result;
  };
}

/** The value at a path; on an array, the array of what its documents have there. */
export function walk(value: Value | undefined, keys: string[], at = 0): Value | undefined {
  if (at === keys.length) return value;
  if (value instanceof Map) return walk(value.get(keys[at]!), keys, at + 1);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => walk(item, keys, at)).filter((item) => item !== undefined);
}

function pathKeys(path: string): string[] {
  const keys = path.split('.');
  if (keys.some((key) => key === '' || key.startsWith('$'))) {
    throw new MongoFailure(16410, `'${path}' is not a valid field path in an expression`);
  }
  return keys;
}

function field(text: string): Expression {
  const keys = pathKeys(text.slice(1));
  return (root) => walk(root, keys);
}

const SYSTEM: Record<string, Expression> = {
  ROOT: (root) => root,
  CURRENT: (root) => root,
  REMOVE: () => undefined,
  NOW: (_root, scope) => scope.get('NOW') ?? new Date(),
};

function variable(text: string): Expression {
  const [name, ...rest] = text.slice(2).split('.');
  const keys = rest.length > 0 ? pathKeys(rest.join('.')) : [];
  const system = Object.hasOwn(SYSTEM, name!) ? SYSTEM[name!] : undefined;
  if (system) return (root, scope) => walk(system(root, scope), keys);
  if (!/^[a-z][A-Za-z0-9_]*$/.test(name!)) throw new MongoFailure(17276, `Use of undefined variable: ${name}`);
  return (_root, scope) => {
    if (!scope.has(name!)) throw new MongoFailure(17276, `Use of undefined variable: ${name}`);
    return walk(scope.get(name!), keys);
  };
}
