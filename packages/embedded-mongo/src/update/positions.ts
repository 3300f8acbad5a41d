import { badValue, MongoFailure } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import { matches } from '../match/filter.js';
import { valueAt } from './place.js';

/** The filters for `$[name]`, by name. */
export type ArrayFilters = Map<string, (item: Value) => boolean>;

function nameIn(filter: Doc): string | undefined {
  for (const [key, value] of filter) {
    if (!key.startsWith('$')) return key.split('.')[0]!;
    const inner = Array.isArray(value)
      ? value
          .filter(isDoc)
          .map(nameIn)
          .find((name) => name !== undefined)
      : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Compiles `arrayFilters`; each one speaks of one name. */
export function compileArrayFilters(list: Value | undefined): ArrayFilters {
  const filters: ArrayFilters = new Map();
  if (list === undefined) return filters;
  if (!Array.isArray(list)) throw new MongoFailure(14, 'arrayFilters must be an array');
  for (const item of list) {
    const name = isDoc(item) ? nameIn(item) : undefined;
    if (name === undefined || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
      throw badValue(
        'each array filter needs a name that starts with a lowercase letter and has only letters and digits',
      );
    }
    if (filters.has(name))
      throw new MongoFailure(9, `Found multiple array filters with the same top-level field name ${name}`);
    const filter = compileFilter(item as Doc);
    filters.set(name, (element) => matches(filter, new Map([[name, element]])));
  }
  return filters;
}

export const isPositional = (keys: string[]): boolean => keys.some((key) => key.startsWith('$'));

/** The plain paths that a path with `$`, `$[]` and `$[name]` stands for in a document. */
export function resolvePaths(
  doc: Doc,
  keys: string[],
  filters: ArrayFilters,
  position: number | undefined,
): string[][] {
  const at = keys.findIndex((key) => key.startsWith('$'));
  if (at < 0) return [keys];
  const rest = (index: number): string[][] =>
    resolvePaths(doc, [...keys.slice(0, at), String(index), ...keys.slice(at + 1)], filters, position);
  if (keys[at] === '$') {
    if (position === undefined) throw badValue('The positional operator did not find the match needed from the query.');
    return rest(position);
  }
  const parent = keys.slice(0, at);
  const array = valueAt(doc, parent);
  if (!Array.isArray(array)) {
    throw badValue(`The path '${parent.join('.')}' must exist in the document in order to apply array updates.`);
  }
  const name = keys[at]!.slice(2, -1);
  const accepts = name === '' ? () => true : filters.get(name)!;
  return array.flatMap((item, index) => (accepts(item) ? rest(index) : []));
}

/** Checks the names in `$[name]` before anything is read. */
export function checkPositional(path: string, keys: string[], filters: ArrayFilters, used: Set<string>): void {
  if (keys[0]!.startsWith('$'))
    throw badValue(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (keys.filter((key) => key === '$').length > 1)
    throw badValue(`Too many positional (i.e. '$') elements found in path '${path}'`);
  for (const key of keys.filter((part) => part.startsWith('$') && part !== '$')) {
    const name = /^\$\[([A-Za-z0-9]*)\]$/.exec(key)?.[1];
    if (name === undefined)
      throw new MongoFailure(52, `The dollar ($) prefixed field '${key}' in '${path}' is not valid for storage.`);
    if (name !== '' && !filters.has(name))
      throw badValue(`No array filter found for identifier '${name}' in path '${path}'`);
    used.add(name);
  }
}
