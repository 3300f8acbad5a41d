import { addPath, type Parts } from '../bson/partial.js';
import { isDoc, type Value } from '../bson/types.js';
import type { Filter } from '../match/filter.js';
import type { KeyField } from '../values/keygen.js';

/** The parts of a document that a filter and a sort look at, with those that the asker wants besides. */
export function neededParts(filter: Filter, sort: KeyField[], wanted: Parts): Parts {
  if (wanted === 'all') return 'all';
  const parts: Parts = new Map();
  for (const keys of pathsOf(wanted)) addPath(parts, keys);
  for (const { keys } of sort) addPath(parts, keys);
  return addFilter(parts, filter) ? parts : 'all';
}

function pathsOf(parts: Map<string, Parts>): string[][] {
  return [...parts].flatMap(([key, inner]) =>
    inner === 'all' ? [[key]] : pathsOf(inner).map((rest) => [key, ...rest]),
  );
}

/** Adds what a filter looks at; false when that can be anything. */
function addFilter(parts: Parts, filter: Filter): boolean {
  switch (filter.kind) {
    case 'leaf':
      addPath(parts, filter.keys);
      return true;
    case 'not':
      return addFilter(parts, filter.part);
    case 'and':
    case 'or':
      return filter.parts.every((part) => addFilter(parts, part));
    case 'test':
      return false;
  }
}

/** Adds the fields that an expression names by `$path`; false when it looks at the document as a whole. */
export function addReferences(parts: Parts, expression: Value): boolean {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    if (expression.startsWith('$$')) return !/^\$\$(ROOT|CURRENT)\b/.test(expression);
    addPath(parts, expression.slice(1).split('.'));
    return true;
  }
  if (Array.isArray(expression)) return expression.every((item) => addReferences(parts, item));
  return !isDoc(expression) || [...expression.values()].every((item) => addReferences(parts, item));
}
