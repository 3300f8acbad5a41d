import { MongoFailure, notImplemented, typeMismatch } from '../errors.js';
import type { Budget } from '../budget.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { isNumeric } from '../values/compare.js';
import { wholeNumber } from '../values/number.js';
import { isTruthy } from '../match/operators.js';
import type { Hint } from '../plan/choose.js';
import type { Finder } from '../plan/run.js';
import type { Catalog } from '../store/catalog.js';
import type { Collection } from '../store/collection.js';
import type { Writer } from '../store/writer.js';
import type { Cursors } from './cursors.js';

/** What all commands share. */
export interface Services {
  catalog: Catalog;
  writer: Writer;
  finder: Finder;
  cursors: Cursors;
  now: () => Date;
}

/** One command with its arguments, which are known to be on the list of supported ones. */
export interface Request extends Services {
  name: string;
  database: string;
  args: Arguments;
  budget: Budget;
}

export type Handler = (request: Request) => Doc | Promise<Doc>;

/** Typed reading of a command's fields; a field of the wrong type is refused with its name. */
export class Arguments {
  constructor(
    readonly fields: Doc,
    private readonly command: string,
  ) {}

  get(name: string): Value | undefined {
    return this.fields.get(name);
  }

  doc(name: string): Doc | undefined {
    const value = this.get(name);
    if (value === undefined || value === null) return undefined;
    if (!isDoc(value)) throw this.wrong(name, 'an object');
    return value;
  }

  docs(name: string): Doc[] {
    const value = this.get(name);
    if (value === undefined)
      throw new MongoFailure(40414, `BSON field '${this.command}.${name}' is missing but a required field`);
    if (!Array.isArray(value) || !value.every(isDoc)) throw this.wrong(name, 'an array of objects');
    return value;
  }

  string(name: string): string {
    const value = this.get(name);
    if (typeof value !== 'string') throw this.wrong(name, 'a string');
    return value;
  }

  /** A whole number that is not negative. */
  count(name: string, fallback: number): number {
    const value = this.get(name);
    if (value === undefined || value === null) return fallback;
    const number = wholeNumber(value, `'${name}'`);
    if (number < 0) throw new MongoFailure(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
    return number;
  }

  bool(name: string, fallback = false): boolean {
    const value = this.get(name);
    if (value === undefined || value === null) return fallback;
    if (typeof value !== 'boolean' && !isNumeric(value)) throw this.wrong(name, 'a bool');
    return isTruthy(value);
  }

  private wrong(name: string, wanted: string): MongoFailure {
    return typeMismatch(`BSON field '${this.command}.${name}' is the wrong type, expected ${wanted}`);
  }
}

/** The namespace that the command's first field names. */
export function namespaceOf(request: Request, field = request.name): string {
  const collection = request.args.get(field);
  if (typeof collection !== 'string' || collection === '') {
    if (request.name === 'aggregate') throw notImplemented('aggregate without a collection');
    throw new MongoFailure(73, `collection name has invalid type or is empty`);
  }
  return `${request.database}.${collection}`;
}

/** Resolves `hint` to an index of the collection. */
export function readHint(collection: Collection | undefined, hint: Value | undefined): Hint {
  if (hint === undefined || (isDoc(hint) && hint.size === 0)) return undefined;
  if (isDoc(hint) && hint.has('$natural')) {
    if (hint.get('$natural') !== 1) throw notImplemented('a backward scan by hint');
    return 'natural';
  }
  if (!collection) return undefined;
  const keyText = (key: Doc): string => JSON.stringify([...key].map(([path, sign]) => [path, String(Number(sign))]));
  const found = collection.indexes.find((index) =>
    isDoc(hint) ? keyText(index.key) === keyText(hint) : index.name === hint,
  );
  if (!found) throw new MongoFailure(2, 'hint provided does not correspond to an existing index');
  return found;
}

/** Refuses fields of a statement inside a command, such as an entry of `updates`. */
export function checkFields(where: string, fields: Doc, allowed: readonly string[], absent: readonly string[]): void {
  for (const name of fields.keys()) {
    if (allowed.includes(name)) continue;
    if (absent.includes(name)) throw notImplemented(`the field '${where}.${name}'`);
    throw new MongoFailure(40415, `BSON field '${where}.${name}' is an unknown field.`);
  }
}
