import { Double, type Value } from '../../src/bson/types.js';
import { compareValues, equalValues, isNumeric, toNumber } from '../../src/values/compare.js';

/**
 * A slow second opinion on updates: pure functions that rebuild the whole document for each changed path. It shares only
 * the order of values with the code under test.
 */
type Tree = Value | undefined;

export class Refused extends Error {
  constructor(readonly code: number) {
    super(`code ${code}`);
  }
}

const isIndex = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key);

/** The tree with `change` applied at a path; `create` makes what is missing on the way. */
function at(tree: Tree, path: string[], create: boolean, change: (value: Tree) => Tree): Tree {
  if (path.length === 0) return change(tree);
  const [key, ...rest] = path;
  if (tree === undefined) {
    if (!create) return undefined;
    const inner = at(undefined, rest, create, change);
    return inner === undefined ? undefined : new Map([[key!, inner]]);
  }
  if (tree instanceof Map) {
    const inner = at(tree.get(key!), rest, create, change);
    const pairs = [...tree]
      .filter(([name]) => name !== key || inner !== undefined)
      .map(([name, value]) => [name, name === key ? inner! : value] as const);
    return new Map(tree.has(key!) || inner === undefined ? pairs : [...pairs, [key!, inner] as const]);
  }
  if (Array.isArray(tree) && isIndex(key!)) {
    const index = Number(key);
    const inner = at(tree[index], rest, create, change);
    if (inner === undefined)
      return index < tree.length && tree[index] !== undefined
        ? tree.map((item, n) => (n === index && rest.length === 0 ? null : item))
        : tree;
    const padded = [...tree, ...Array.from({ length: Math.max(0, index - tree.length) }, () => null)];
    return [...padded.slice(0, index), inner, ...padded.slice(index + 1)];
  }
  if (create) throw new Refused(28);
  return tree;
}

const numberTypes = (a: Value, b: Value): 'double' | 'long' | 'int' => {
  const isFloat = (v: Value): boolean =>
    v instanceof Double || (typeof v === 'number' && ((v | 0) !== v || Object.is(v, -0)));
  if (isFloat(a) || isFloat(b)) return 'double';
  return typeof a === 'bigint' || typeof b === 'bigint' ? 'long' : 'int';
};

function arithmetic(
  a: Value,
  b: Value,
  floats: (x: number, y: number) => number,
  whole: (x: bigint, y: bigint) => bigint,
): Value {
  if (!isNumeric(a) || !isNumeric(b)) throw new Refused(14);
  const type = numberTypes(a, b);
  if (type === 'double') {
    const result = floats(toNumber(a), toNumber(b));
    return (result | 0) === result && !Object.is(result, -0) ? new Double(result) : result;
  }
  const result = whole(BigInt(a as number | bigint), BigInt(b as number | bigint));
  if (BigInt.asIntN(64, result) !== result) throw new Refused(2);
  return type === 'int' && BigInt.asIntN(32, result) === result ? Number(result) : result;
}

const list = (value: Tree): Value[] => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Refused(2);
  return value;
};

const CHANGES: Record<string, { create: boolean; change: (value: Tree, operand: Value) => Tree }> = {
  $set: { create: true, change: (_value, operand) => operand },
  $unset: { create: false, change: () => undefined },
  $inc: {
    create: true,
    change: (v, o) =>
      v === undefined
        ? o
        : arithmetic(
            v,
            o,
            (x, y) => x + y,
            (x, y) => x + y,
          ),
  },
  $mul: {
    create: true,
    change: (v, o) =>
      arithmetic(
        v === undefined ? 0 : v,
        o,
        (x, y) => x * y,
        (x, y) => x * y,
      ),
  },
  $min: { create: true, change: (v, o) => (v === undefined || compareValues(o, v) < 0 ? o : v) },
  $max: { create: true, change: (v, o) => (v === undefined || compareValues(o, v) > 0 ? o : v) },
  $push: { create: true, change: (v, o) => [...list(v), o] },
  $addToSet: { create: true, change: (v, o) => (list(v).some((item) => equalValues(item, o)) ? v : [...list(v), o]) },
  $pop: { create: false, change: (v, o) => (v === undefined ? v : o === 1 ? list(v).slice(0, -1) : list(v).slice(1)) },
  $pullAll: {
    create: false,
    change: (v, o) =>
      v === undefined ? v : list(v).filter((item) => !(o as Value[]).some((out) => equalValues(out, item))),
  },
};

export const REFERENCE_OPERATORS = Object.keys(CHANGES);

/** The document after one operator on some paths, which are taken in the order of their names. */
export function referenceUpdate(doc: Value, operator: string, fields: Map<string, Value>): Value {
  const { create, change } = CHANGES[operator]!;
  const paths = [...fields.keys()].sort((a, b) => (a.split('.').join('\0') < b.split('.').join('\0') ? -1 : 1));
  return paths.reduce<Value>(
    (tree, path) => at(tree, path.split('.'), create, (value) => change(value, fields.get(path)!))!,
    doc,
  );
}
