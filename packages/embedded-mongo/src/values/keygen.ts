import type { Doc, Value } from '../bson/types.js';
import { EMPTY_ARRAY_KEY, inverted, valueKey } from './key.js';

/** One field of an index or of a sort. */
export interface KeyField {
  path: string;
  keys: string[];
  descending: boolean;
}

/** A key with the values it was made of; `values` are for messages. */
export interface GeneratedKey {
  bytes: Buffer;
  values: (Value | undefined)[];
}

/** Thrown when two fields of one key run through different arrays. */
export class ParallelArrays extends Error {
  constructor(
    readonly first: string,
    readonly second: string,
  ) {
    super(`cannot index parallel arrays [${second}] [${first}]`);
  }
}

/** How far a field has been followed: the value reached and the names still to go. */
interface State {
  value: Value | undefined;
  rest: string[];
  /** An element of an array is a key as it is, even when it is an array itself. */
  opened: boolean;
}

function follow(state: State): State {
  let { value } = state;
  let at = 0;
  while (at < state.rest.length && value instanceof Map) value = value.get(state.rest[at++]!);
  const rest = at === 0 ? state.rest : state.rest.slice(at);
  if (rest.length > 0 && !Array.isArray(value)) return { value: undefined, rest: [], opened: true };
  return { value, rest, opened: state.opened && at === 0 };
}

const isOpen = (state: State): boolean => Array.isArray(state.value) && !state.opened;

function stepInto(state: State, item: Value): State {
  if (state.rest.length === 0) return { value: item, rest: [], opened: true };
  return item instanceof Map
    ? { value: item, rest: state.rest, opened: false }
    : { value: undefined, rest: [], opened: true };
}

const EMPTY: unique symbol = Symbol('empty array');
type Part = Value | undefined | typeof EMPTY;

function expand(states: State[], fields: KeyField[], emit: (parts: Part[]) => void): boolean {
  const reached = states.map(follow);
  const first = reached.findIndex(isOpen);
  if (first < 0) {
    emit(reached.map((state) => state.value));
    return false;
  }
  const array = reached[first]!.value as Value[];
  const parallel = reached.findIndex((state) => isOpen(state) && state.value !== array);
  if (parallel >= 0) throw new ParallelArrays(fields[first]!.path, fields[parallel]!.path);
  const inArray = (state: State): boolean => state.value === array && isOpen(state);
  if (array.length === 0) {
    emit(reached.map((state) => (inArray(state) ? (state.rest.length === 0 ? EMPTY : undefined) : state.value)));
    return true;
  }
  for (const item of array)
    expand(
      reached.map((state) => (inArray(state) ? stepInto(state, item) : state)),
      fields,
      emit,
    );
  return true;
}

function encode(parts: Part[], fields: KeyField[]): Buffer {
  const encoded = parts.map((part, at) => {
    const bytes = part === EMPTY ? EMPTY_ARRAY_KEY : valueKey(part);
    return fields[at]!.descending ? inverted(bytes) : bytes;
  });
  return encoded.length === 1 ? encoded[0]! : Buffer.concat(encoded);
}

/** All keys of a document, one for each element when a field runs through an array; `multikey` tells that one did. */
export function generateKeys(doc: Doc, fields: KeyField[]): { keys: GeneratedKey[]; multikey: boolean } {
  const found = new Map<string, GeneratedKey>();
  const start = fields.map((field): State => ({ value: doc, rest: field.keys, opened: false }));
  const multikey = expand(start, fields, (parts) => {
    const bytes = encode(parts, fields);
    const values = parts.map((part) => (part === EMPTY ? [] : part));
    found.set(bytes.toString('latin1'), { bytes, values });
  });
  return { keys: [...found.values()], multikey };
}
