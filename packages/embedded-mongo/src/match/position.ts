import type { Doc, Value } from '../bson/types.js';
import { type Filter, type Leaf, matches } from './filter.js';

/** Index of the element of the first array on the path that made the leaf match; undefined when there was none. */
function positionOfLeaf(leaf: Leaf, doc: Doc): number | undefined {
  let value: Value | undefined = doc;
  for (let at = 0; at < leaf.keys.length; at++) {
    value = value instanceof Map ? value.get(leaf.keys[at]!) : undefined;
    if (Array.isArray(value)) return elementIndex(leaf, value, at);
  }
  return undefined;
}

/** Tries the leaf on each element alone, in place of the whole array. */
function elementIndex(leaf: Leaf, items: Value[], at: number): number | undefined {
  const rest = leaf.keys.slice(at);
  const index = items.findIndex((item) => matches({ ...leaf, keys: rest }, new Map([[rest[0]!, [item]]])));
  return index < 0 ? undefined : index;
}

/** The array index that `$` stands for in an update of a document which the filter matched. */
export function matchedPosition(filter: Filter, doc: Doc): number | undefined {
  switch (filter.kind) {
    case 'leaf':
      return matches(filter, doc) ? positionOfLeaf(filter, doc) : undefined;
    case 'and':
    case 'or': {
      const found = filter.parts.map((part) => matchedPosition(part, doc));
      return found.find((index) => index !== undefined);
    }
    default:
      return undefined;
  }
}
