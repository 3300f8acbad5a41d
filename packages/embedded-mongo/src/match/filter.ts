import type { Doc, Value } from '../bson/types.js';
import { someAt } from '../values/path.js';

export type LeafOperator =
  '$eq' | '$gt' | '$gte' | '$lt' | '$lte' | '$in' | '$exists' | '$type' | '$regex' | '$size' | '$mod' | '$elemMatch';

/** One condition on one path. `whole` means that it looks at an array as such and not at its elements. */
export interface Leaf {
  kind: 'leaf';
  path: string;
  keys: string[];
  operator: LeafOperator;
  operand: Value;
  whole: boolean;
  test: (value: Value | undefined) => boolean;
  /** For `$elemMatch`, by which the planner looks further: what a field of one element, or the element itself, has to pass. */
  inner?: { of: 'fields' | 'element'; filter: Filter };
}

/** A compiled filter: a tree which the matcher evaluates and the planner reads. */
export type Filter =
  | { kind: 'and' | 'or'; parts: Filter[] }
  | { kind: 'not'; part: Filter }
  | { kind: 'test'; test: (doc: Doc) => boolean }
  | Leaf;

/** Does the document pass the filter? */
export function matches(filter: Filter, doc: Doc): boolean {
  switch (filter.kind) {
    case 'leaf':
      return someAt(doc, filter.keys, filter.whole, filter.test);
    case 'and':
      return filter.parts.every((part) => matches(part, doc));
    case 'or':
      return filter.parts.some((part) => matches(part, doc));
    case 'not':
      return !matches(filter.part, doc);
    case 'test':
      return filter.test(doc);
  }
}
