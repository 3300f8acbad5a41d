import { MongoFailure, notImplemented } from './errors.js';
import { type Doc, isDoc, type Value } from './bson/types.js';
import { compileExpression } from './aggregate/expression.js';
import type { Expression, Scope } from './aggregate/expression-types.js';
import { addPath, type Parts, sliceFields } from './bson/partial.js';
import { addReferences } from './plan/parts.js';
import { isNumeric } from './values/compare.js';
import { splitPath } from './values/path.js';
import { isTruthy } from './match/operators.js';
import { type ArrayView, arrayView, isArrayView } from './project-arrays.js';

/** What is wanted of a field: kept, dropped, computed, seen in part, or more of the same below it. */
type Node = 'keep' | 'drop' | { compute: Expression; source: Value } | { view: ArrayView } | Tree;
type Tree = Map<string, Node>;

export interface Projection {
  apply: (doc: Doc, scope?: Scope) => Doc;
  /** The parts of a document that `apply` looks at. */
  parts: Parts;
  /** The same on encoded documents, for projections that only keep or only drop top-level fields. */
  slice: ((bytes: Buffer) => Buffer) | undefined;
}

const isFlag = (value: Value): boolean => isNumeric(value) || typeof value === 'boolean';

function insert(tree: Tree, path: string, node: Node): void {
  const keys = splitPath(path);
  let at = tree;
  for (const key of keys.slice(0, -1)) {
    const next = at.get(key) ?? new Map<string, Node>();
    if (!(next instanceof Map)) throw new MongoFailure(31249, `Path collision at ${path}`);
    at.set(key, next);
    at = next;
  }
  if (at.has(keys.at(-1)!)) throw new MongoFailure(31250, `Path collision at ${path}`);
  at.set(keys.at(-1)!, node);
}

/** Reads the specification into a tree, `{ a: { b: 1 } }` meaning `{ 'a.b': 1 }`. */
function collect(spec: Doc, prefix: string, find: boolean, tree: Tree): void {
  for (const [name, value] of spec) {
    const path = prefix + name;
    if (name.startsWith('$')) throw new MongoFailure(16410, `FieldPath field names may not start with '$': ${name}`);
    if (name.endsWith('.$') || name === '$') throw notImplemented('the positional projection');
    if (isFlag(value)) insert(tree, path, isTruthy(value) ? 'keep' : 'drop');
    else if (find && isArrayView(value)) insert(tree, path, { view: arrayView(path, value) });
    else if (isDoc(value) && value.size > 0 && ![...value.keys()][0]!.startsWith('$'))
      collect(value, `${path}.`, find, tree);
    else insert(tree, path, { compute: compileExpression(value), source: value });
  }
}

function some(tree: Tree, accepts: (node: Node) => boolean): boolean {
  return [...tree.values()].some((node) => (node instanceof Map ? some(node, accepts) : accepts(node)));
}

const isSlice = (node: Node): boolean => typeof node === 'object' && 'view' in node && node.view.kind === '$slice';

/** Compiles a projection of `find` or of `$project`; throws when kept and dropped fields are mixed. */
export function compileProjection(spec: Doc, where: 'find' | '$project'): Projection {
  if (spec.size === 0 && where === '$project')
    throw new MongoFailure(51272, 'Invalid $project :: projection specification must have at least one field');
  const tree: Tree = new Map();
  collect(spec, '', where === 'find', tree);
  const id = tree.get('_id');
  const rest = new Map([...tree].filter(([name, node]) => name !== '_id' || (node !== 'keep' && node !== 'drop')));
  const drops = some(rest, (node) => node === 'drop');
  const keeps = some(rest, (node) => node !== 'drop' && !isSlice(node));
  if (drops && keeps) throw new MongoFailure(31254, 'Cannot mix inclusion and exclusion in a projection');
  const inclusive = keeps || (!drops && id === 'keep');
  if (inclusive && !tree.has('_id')) tree.set('_id', 'keep');
  return { ...projectionOf(tree, inclusive), slice: slicing(tree, inclusive) };
}

function projectionOf(tree: Tree, inclusive: boolean): Omit<Projection, 'slice'> {
  if (!inclusive) return { apply: (doc) => exclude(doc, tree), parts: 'all' };
  const parts: Parts = new Map();
  const apply = (doc: Doc, scope: Scope = new Map()): Doc => include(doc, tree, doc, scope);
  return { apply, parts: addParts(parts, tree, []) ? parts : 'all' };
}

/** Adds what an inclusive projection looks at; false when that can be anything. */
function addParts(parts: Parts, tree: Tree, prefix: string[]): boolean {
  return [...tree].every(([name, node]) => {
    const keys = [...prefix, name];
    if (node instanceof Map) return addParts(parts, node, keys);
    if (node !== 'drop') addPath(parts, keys);
    return typeof node === 'string' || !('compute' in node) || addReferences(parts, node.source);
  });
}

function slicing(tree: Tree, inclusive: boolean): ((bytes: Buffer) => Buffer) | undefined {
  if (![...tree.values()].every((node) => node === 'keep' || node === 'drop')) return undefined;
  const isWanted = (name: string): boolean => (inclusive ? tree.get(name) === 'keep' : tree.get(name) !== 'drop');
  return (bytes) => sliceFields(bytes, isWanted);
}

function include(doc: Doc, tree: Tree, root: Doc, scope: Scope): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = tree.get(name);
    if (node === 'keep') result.set(name, value);
    else if (node instanceof Map) {
      const inner = includeIn(value, node, root, scope);
      if (inner !== undefined) result.set(name, inner);
    } else if (typeof node === 'object' && 'view' in node) {
      const seen = node.view.apply(value);
      if (seen !== undefined) result.set(name, seen);
    }
  }
  for (const [name, node] of tree) computeInto(result, doc, name, node, root, scope);
  return result;
}

/** Adds computed fields after the kept ones, and documents that exist only to hold computed fields. */
function computeInto(result: Doc, doc: Doc, name: string, node: Node, root: Doc, scope: Scope): void {
  if (node instanceof Map) {
    const value = doc.get(name);
    if (isDoc(value) || Array.isArray(value) || !some(node, (inner) => typeof inner === 'object' && 'compute' in inner))
      return;
    result.set(name, include(new Map(), node, root, scope));
  } else if (typeof node === 'object' && 'compute' in node) {
    const value = node.compute(root, scope);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
}

function includeIn(value: Value, tree: Tree, root: Doc, scope: Scope): Value | undefined {
  if (isDoc(value)) return include(value, tree, root, scope);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => includeIn(item, tree, root, scope)).filter((item) => item !== undefined);
}

function exclude(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = tree.get(name);
    if (node === 'drop') continue;
    if (node instanceof Map) result.set(name, excludeIn(value, node));
    else if (typeof node === 'object' && 'view' in node) result.set(name, node.view.apply(value) ?? value);
    else result.set(name, value);
  }
  return result;
}

function excludeIn(value: Value, tree: Tree): Value {
  if (isDoc(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((item) => excludeIn(item, tree)) : value;
}
