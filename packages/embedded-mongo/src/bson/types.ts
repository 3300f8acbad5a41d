/**
 * How BSON lives in memory. Plain JavaScript values mean the type that they naturally have, and a class stands for each
 * type that they cannot express, so that nothing read and written back changes its type:
 * a number that is a 32-bit integer is `int`, any other number is `double`, and `Double` is a double like 5.0.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Double
  | Date
  | ObjectId
  | Binary
  | Regex
  | Timestamp
  | Edge
  | Raw
  | Doc
  | Value[];

/** A document: field order is kept, any field name is safe. */
export type Doc = Map<string, Value>;

/** A double whose value is a 32-bit integer. */
export class Double {
  constructor(readonly value: number) {}
}

/** An ObjectId as 24 hexadecimal digits. */
export class ObjectId {
  constructor(readonly hex: string) {}
}

export class Binary {
  constructor(
    readonly subtype: number,
    readonly bytes: Buffer,
  ) {}
}

/** A stored regular expression; matching happens elsewhere, never with the engine of JavaScript. */
export class Regex {
  constructor(
    readonly pattern: string,
    readonly flags: string,
  ) {}
}

export class Timestamp {
  constructor(readonly bits: bigint) {}
}

/** MinKey and MaxKey, the values below and above all others. */
export class Edge {
  constructor(readonly side: 'min' | 'max') {}
}

/** An encoded document that is sent or stored as it is. */
export class Raw {
  constructor(readonly bytes: Buffer) {}
}

export const MIN_KEY = new Edge('min');
export const MAX_KEY = new Edge('max');

/** True for a number that BSON calls `int`. */
export const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

/** A double, wrapped when it would otherwise look like an `int`. */
export const double = (value: number): number | Double => (isInt32(value) ? new Double(value) : value);

export const isDoc = (value: Value | undefined): value is Doc => value instanceof Map;

/** Builds a document from pairs that are known when the code is written; `undefined` is left out. */
export function doc(fields: Record<string, Value | undefined>): Doc {
  const result: Doc = new Map();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) result.set(name, value);
  return result;
}
