import { MongoFailure } from '../errors.js';
import { type Doc, doc, isDoc, type Value } from '../bson/types.js';
import { typeName } from '../values/types.js';
import type { Operator } from './expression-types.js';
import { named, strict, variadic } from './operands.js';

const $let: Operator = (operand, compile) => {
  const args = named('$let', operand, ['vars', 'in']);
  const vars = args.get('vars')!;
  if (!isDoc(vars)) throw new MongoFailure(10065, '$let: vars needs a document');
  const compiled = [...vars].map(([name, value]) => {
    if (!/^[a-z]\w*$/.test(name)) throw new MongoFailure(9, `$let: '${name}' is not a valid variable name`);
    return [name, compile(value)] as const;
  });
  const body = compile(args.get('in')!);
  return (root, scope) => {
    const inner = new Map(scope);
    for (const [name, value] of compiled) inner.set(name, value(root, scope));
    return body(root, inner);
  };
};

function merged(values: (Value | undefined)[]): Doc {
  const result: Doc = new Map();
  for (const value of values.length === 1 && Array.isArray(values[0]) ? values[0] : values) {
    if (value == null) continue;
    if (!isDoc(value)) throw new MongoFailure(40400, `$mergeObjects requires object inputs, not ${typeName(value)}`);
    for (const [name, item] of value) result.set(name, item);
  }
  return result;
}

function pairs(value: Value): Value {
  if (!isDoc(value)) throw new MongoFailure(40390, `$objectToArray requires a document, not ${typeName(value)}`);
  return [...value].map(([k, v]) => doc({ k, v }));
}

function fromPairs(value: Value): Value {
  const invalid = new MongoFailure(40386, '$arrayToObject requires an array of {k, v} documents or of pairs');
  if (!Array.isArray(value)) throw invalid;
  const result: Doc = new Map();
  for (const item of value) {
    const [name, content] = Array.isArray(item) ? item : isDoc(item) ? [item.get('k'), item.get('v')] : [];
    if (typeof name !== 'string' || content === undefined) throw invalid;
    result.set(name, content);
  }
  return result;
}

export const OBJECTS = {
  $let,
  $mergeObjects: variadic((...values) => merged(values)),
  $objectToArray: strict(1, 1, pairs),
  $arrayToObject: strict(1, 1, fromPairs),
} satisfies Record<string, Operator>;
