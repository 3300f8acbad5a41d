import { badValue, MongoFailure, notImplemented } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { equalValues } from '../values/compare.js';
import { compareStrings } from '../values/compare.js';
import { isArrayIndex } from '../values/path.js';
import { ABSENT_UPDATE_OPERATORS } from '../supports.js';
import { compileUpdatePipeline } from '../aggregate/update-pipeline.js';
import { CHANGES, isChange, unknownModifier } from './operators.js';
import { type Change, changeAt, KEEP, REMOVE, valueAt } from './place.js';
import { type ArrayFilters, checkPositional, compileArrayFilters, isPositional, resolvePaths } from './positions.js';

export interface UpdateContext {
  /** True when the document is being made by an upsert. */
  inserting: boolean;
  /** What `$` stands for. */
  position: number | undefined;
}

/** A compiled update. `apply` may change the document it is given and returns the updated one. */
export interface Update {
  kind: 'operators' | 'replacement' | 'pipeline';
  positional: boolean;
  apply: (doc: Doc, context: UpdateContext) => Doc;
}

interface Modification {
  keys: string[];
  path: string;
  onlyOnInsert: boolean;
  creates: boolean;
  change: Change;
  renameTo?: string[];
}

/** Compiles an update document, replacement or pipeline; throws before any effect for whatever is not supported. */
export function compileUpdate(update: Value | undefined, arrayFilters: Value | undefined, now: () => Date): Update {
  if (Array.isArray(update)) {
    if (arrayFilters !== undefined)
      throw new MongoFailure(9, 'arrayFilters may not be specified for pipeline-style updates');
    return { kind: 'pipeline', positional: false, apply: keepingId(compileUpdatePipeline(update)) };
  }
  if (!isDoc(update)) throw new MongoFailure(9, 'Update argument must be either an object or an array');
  if ([...update.keys()][0]?.startsWith('$')) return compileOperators(update, compileArrayFilters(arrayFilters), now);
  if (arrayFilters !== undefined) throw new MongoFailure(9, 'arrayFilters may not be specified for a replacement');
  const dollar = [...update.keys()].find((name) => name.startsWith('$'));
  if (dollar)
    throw new MongoFailure(52, `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement document`);
  return { kind: 'replacement', positional: false, apply: keepingId((doc) => withId(doc.get('_id'), update)) };
}

/** `_id` stays what it was and comes first. */
function withId(id: Value | undefined, fields: Doc): Doc {
  const found = fields.get('_id') ?? id;
  const result: Doc = found === undefined ? new Map() : new Map([['_id', found]]);
  for (const [name, value] of fields) if (name !== '_id') result.set(name, value);
  return result;
}

function keepingId(apply: (doc: Doc) => Doc): (doc: Doc) => Doc {
  return (doc) => {
    const id = doc.get('_id');
    const result = apply(doc);
    if (id !== undefined && !(result.has('_id') && equalValues(result.get('_id'), id))) {
      throw new MongoFailure(
        66,
        "After applying the update, the (immutable) field '_id' was found to have been altered",
      );
    }
    return result;
  };
}

function compileOperators(update: Doc, filters: ArrayFilters, now: () => Date): Update {
  const used = new Set<string>();
  const modifications = [...update].flatMap(([operator, fields]) => modificationsOf(operator, fields, now));
  for (const { path, keys } of modifications) if (isPositional(keys)) checkPositional(path, keys, filters, used);
  const unused = [...filters.keys()].find((name) => !used.has(name));
  if (unused) throw new MongoFailure(9, `The array filter for identifier '${unused}' was not used in the update`);
  modifications.sort((a, b) => comparePaths(a.keys, b.keys));
  const claimed = modifications.flatMap((one) => [one.keys, ...(one.renameTo ? [one.renameTo] : [])]);
  refuseConflicts(claimed);
  const positional = modifications.some(({ keys }) => isPositional(keys));
  const touchesId = claimed.some((keys) => keys[0] === '_id');
  const apply = (doc: Doc, context: UpdateContext): Doc => applyAll(doc, modifications, filters, context, positional);
  if (!touchesId) return { kind: 'operators', positional, apply };
  const guarded = (doc: Doc, context: UpdateContext): Doc => keepingId((given) => apply(given, context))(doc);
  return { kind: 'operators', positional, apply: guarded };
}

function modificationsOf(operator: string, fields: Value, now: () => Date): Modification[] {
  const known = isChange(operator);
  if (!known && operator !== '$rename') {
    if (ABSENT_UPDATE_OPERATORS.includes(operator)) throw notImplemented(`the update operator ${operator}`);
    throw unknownModifier(operator);
  }
  if (!isDoc(fields)) throw new MongoFailure(9, `Modifiers operate on fields but ${operator} was not given a document`);
  return [...fields].map(([path, operand]) => {
    const keys = updatePath(path);
    const base = { keys, path, onlyOnInsert: operator === '$setOnInsert' };
    if (!known) return { ...base, creates: false, change: () => REMOVE, renameTo: renameTarget(path, operand) };
    return { ...base, creates: CHANGES[operator].creates, change: CHANGES[operator].compile(operand, path, now) };
  });
}

function updatePath(path: string): string[] {
  const keys = path.split('.');
  if (keys.includes(''))
    throw new MongoFailure(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (keys[0]!.startsWith('$') && keys.length === 1) {
    throw new MongoFailure(52, `The dollar ($) prefixed field '${path}' in '${path}' is not valid for storage.`);
  }
  return keys;
}

function renameTarget(path: string, operand: Value): string[] {
  if (typeof operand !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${path}`);
  const keys = updatePath(operand);
  if (isPositional(keys) || isPositional(path.split('.'))) throw badValue(`$rename may not be dynamic: ${path}`);
  if (operand === path) throw badValue(`The source and target field for $rename must differ: ${path}`);
  return keys;
}

/** New fields are added in this order: by name, indexes by number. */
function comparePaths(a: string[], b: string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at]!, b[at]!];
    if (x === y) continue;
    return isArrayIndex(x) && isArrayIndex(y) ? Number(x) - Number(y) : compareStrings(x, y);
  }
  return a.length - b.length;
}

function refuseConflicts(paths: string[][]): void {
  const sorted = [...paths].sort(comparePaths);
  for (let at = 1; at < sorted.length; at++) {
    const [shorter, longer] = [sorted[at - 1]!, sorted[at]!];
    if (shorter.every((key, index) => longer[index] === key)) {
      throw new MongoFailure(
        40,
        `Updating the path '${longer.join('.')}' would create a conflict at '${shorter.join('.')}'`,
      );
    }
  }
}

function applyAll(
  doc: Doc,
  all: Modification[],
  filters: ArrayFilters,
  context: UpdateContext,
  positional: boolean,
): Doc {
  const work = all
    .filter((one) => context.inserting || !one.onlyOnInsert)
    .map((one) => ({ one, paths: resolvePaths(doc, one.keys, filters, context.position) }));
  if (positional) refuseConflicts(work.flatMap(({ paths }) => paths));
  for (const { one, paths } of work) {
    for (const keys of paths) {
      if (one.renameTo) rename(doc, keys, one.renameTo);
      else changeAt(doc, keys, one.creates, one.change);
    }
  }
  return doc;
}

function refuseArrayOnTheWay(doc: Doc, keys: string[]): void {
  for (let at = 1; at < keys.length; at++) {
    if (Array.isArray(valueAt(doc, keys.slice(0, at)))) {
      throw badValue(`The source and target field of $rename may not be inside an array: ${keys.join('.')}`);
    }
  }
}

function rename(doc: Doc, from: string[], to: string[]): void {
  refuseArrayOnTheWay(doc, from);
  const value = valueAt(doc, from);
  if (value === undefined) return;
  refuseArrayOnTheWay(doc, to);
  changeAt(doc, from, false, () => REMOVE);
  changeAt(doc, to, true, (present) =>
    present !== undefined && equalValues(present, value) && present === value ? KEEP : value,
  );
}
