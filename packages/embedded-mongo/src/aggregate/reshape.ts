import { MongoFailure } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { compileProjection } from '../project.js';
import { splitPath } from '../values/path.js';
import { typeName } from '../values/types.js';
import { compileExpression } from './expression.js';
import type { Expression } from './expression-types.js';
import { docOperand, mapping, type Stage, type StageCompiler } from './stage.js';

export const $project: StageCompiler = (operand) => {
  const { apply } = compileProjection(docOperand('$project', operand, 15969), '$project');
  return mapping((doc) => apply(doc));
};

export const $unset: StageCompiler = (operand) => {
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0 || names.some((name) => typeof name !== 'string' || name.startsWith('$'))) {
    throw new MongoFailure(31002, '$unset specification must be a string or an array of field names');
  }
  const { apply } = compileProjection(new Map(names.map((name) => [name as string, 0])), '$project');
  return mapping((doc) => apply(doc));
};

type Field = [keys: string[], value: Expression];

/** `{ a: { b: 1 } }` sets `a.b` and leaves the rest of `a`; a document with an operator is a value. */
function readFields(spec: Doc, prefix: string[]): Field[] {
  return [...spec].flatMap(([name, value]): Field[] => {
    if (name.startsWith('$')) throw new MongoFailure(16410, `FieldPath field names may not start with '$': ${name}`);
    const keys = [...prefix, ...splitPath(name)];
    const plain = isDoc(value) && value.size > 0 && ![...value.keys()][0]!.startsWith('$');
    return plain ? readFields(value, keys) : [[keys, compileExpression(value)]];
  });
}

/** Sets a value at a path in a copy; arrays on the way get it in each element, anything else is replaced by a document. */
function withField(value: Value | undefined, keys: string[], found: Value | undefined): Value {
  if (Array.isArray(value)) return value.map((item) => withField(item, keys, found));
  const [key, ...rest] = keys;
  const result: Doc = new Map(isDoc(value) ? value : []);
  const inner = rest.length === 0 ? found : withField(result.get(key!), rest, found);
  if (inner === undefined) result.delete(key!);
  else result.set(key!, inner);
  return result;
}

export const $addFields: StageCompiler = (operand) => {
  const spec = docOperand('$addFields', operand, 40272);
  if (spec.size === 0)
    throw new MongoFailure(40177, 'Invalid $addFields :: specification must have at least one field');
  const fields = readFields(spec, []);
  return mapping((doc) => {
    let result: Doc = doc;
    for (const [keys, value] of fields) result = withField(result, keys, value(doc, new Map())) as Doc;
    return result;
  });
};

function replacing(expression: Expression): Stage {
  return mapping((doc) => {
    const root = expression(doc, new Map());
    if (isDoc(root)) return root;
    const type = root === undefined ? 'missing' : typeName(root);
    throw new MongoFailure(40228, `'newRoot' expression must evaluate to an object, but it is ${type}`);
  });
}

export const $replaceWith: StageCompiler = (operand) => replacing(compileExpression(operand));

export const $replaceRoot: StageCompiler = (operand) => {
  const spec = docOperand('$replaceRoot', operand, 40229);
  const unknown = [...spec.keys()].find((name) => name !== 'newRoot');
  if (unknown) throw new MongoFailure(40415, `BSON field '$replaceRoot.${unknown}' is an unknown field.`);
  if (!spec.has('newRoot')) throw new MongoFailure(40231, 'no newRoot specified for the $replaceRoot stage');
  return replacing(compileExpression(spec.get('newRoot')!));
};
