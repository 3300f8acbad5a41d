import { MongoFailure } from './errors.js';
import { type Doc, isDoc, type Value } from './bson/types.js';
import { compileFilter } from './match/compile.js';
import { wholeNumber } from './values/number.js';

/** A part of an array, as the projection of `find` asks for it. */
export interface ArrayView {
  kind: '$slice' | '$elemMatch';
  /** The part; undefined leaves the field out. */
  apply: (value: Value) => Value | undefined;
}

/** True for `{ $slice: n }`, `{ $slice: [skip, n] }` and `{ $elemMatch: { … } }`. */
export function isArrayView(value: Value): value is Doc {
  if (!isDoc(value) || value.size !== 1) return false;
  const slice = value.get('$slice');
  if (slice === undefined) return value.has('$elemMatch');
  return (
    !Array.isArray(slice) || (slice.length === 2 && slice.every((item) => typeof item !== 'string' && !isDoc(item)))
  );
}

export function arrayView(path: string, spec: Doc): ArrayView {
  const slice = spec.get('$slice');
  if (slice !== undefined) return { kind: '$slice', apply: sliceOf(slice) };
  if (path.includes('.')) throw new MongoFailure(31255, 'Cannot use $elemMatch projection on a nested field.');
  const filter = compileFilter(new Map([['item', spec]]));
  if (filter.kind !== 'leaf') throw new MongoFailure(2, '$elemMatch needs an Object');
  const { test } = filter;
  const apply = (value: Value): Value | undefined => {
    const found = Array.isArray(value) ? value.find((item) => test([item])) : undefined;
    return found === undefined ? undefined : [found];
  };
  return { kind: '$elemMatch', apply };
}

function sliceOf(operand: Value): (value: Value) => Value {
  const [skip, count] = Array.isArray(operand)
    ? operand.map((item) => wholeNumber(item, '$slice'))
    : [undefined, wholeNumber(operand, '$slice')];
  if (skip === undefined) {
    return (value) => (!Array.isArray(value) ? value : count! >= 0 ? value.slice(0, count) : value.slice(count));
  }
  if (count! <= 0) throw new MongoFailure(28724, 'the count of $slice must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    const from = skip < 0 ? Math.max(value.length + skip, 0) : skip;
    return value.slice(from, from + count!);
  };
}
