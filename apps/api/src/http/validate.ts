import type { Field, Fields, Infer } from '@health-connect/contract/fields';
import type { FieldProblem, Wrong } from '@health-connect/contract/problems';
import { withProblems } from '@health-connect/contract/rule-problems';
import {
  checkSchema,
  matchedData,
  type ParamSchema,
  type Schema,
  type ValidationError,
  validationResult,
} from 'express-validator';
import { refused } from './errors.js';

type Location = 'params' | 'query' | 'body';
type RequestLike = Parameters<typeof matchedData>[0];

const MAX_PROBLEMS = 100;

/** Reads one part of a request: only what the fields let through, with the types they carry. */
export type Reader<F extends Fields> = (request: RequestLike) => Promise<Infer<F>>;

/**
 * The same for one object anywhere in it; what is wrong is added to `problems`, what was found sound to `seen`.
 */
type ObjectReader = (
  value: object,
  prefix: string,
  problems: FieldProblem[],
  seen: Seen,
) => Promise<Record<string, unknown>>;

/**
 * What plain values of a field were let through as, within one request. Whether a value is sound hangs on the value
 * alone, and the two thousand slots of a week repeat the times of a day: each is asked once.
 */
type Seen = Map<Rule, Map<unknown, unknown>>;

interface Rule {
  name: string;
  isPlain: boolean;
}

/**
 * Compiles fields to express-validator chains, once per route or event.
 * Values are read with matchedData, because Express 5 recomputes req.query on every access, so sanitised values
 * never reach it.
 * @throws AppError `validation_failed` listing every bad and every unknown field, up to a hundred.
 */
export function reader<F extends Fields>(location: Location, fields: F): Reader<F> {
  const readObject = compile(location, fields);
  return async (request) => {
    const problems: FieldProblem[] = [];
    const value: unknown = request[location] ?? {};
    const taken = isObject(value) ? await readObject(value, '', problems, new Map()) : refuse([notAnObject('')]);
    if (problems.length > 0) refuse(problems.slice(0, MAX_PROBLEMS));
    return taken as Infer<F>;
  };
}

function compile(location: Location, fields: Fields): ObjectReader {
  const rules = Object.entries(fields).map(([name, field]) => ({
    name,
    isPlain: !field.inner && !field.each,
    optional: Boolean(field.optional),
    chains: checkSchema(flatten({ [name]: field }), [location]),
    readItem: field.each && compile(location, field.each),
  }));
  return async (value, prefix, problems, seen) => {
    addUnknown(value, fields, prefix, problems);
    if (problems.length >= MAX_PROBLEMS) return {};
    const copy = { [location]: value } as RequestLike;
    // An absent optional field has nothing to check; running its chains would cost as much as a small query.
    const given = rules.filter(({ name, optional }) => !optional || Object.hasOwn(value, name));
    const { known, asked } = recall(value, given, seen);
    if (asked.length === 0) return known;
    await Promise.all(asked.flatMap(({ chains }) => chains.map((chain) => chain.run(copy))));
    const found = describe(validationResult(copy).array());
    for (const [path, wrong] of found) problems.push({ path: prefix + path, ...wrong });
    const taken: Record<string, unknown> = { ...known, ...matchedData(copy, { locations: [location] }) };
    if (found.size === 0) remember(value, taken, asked, seen);
    for (const { name, readItem } of asked) {
      if (!readItem || found.has(name)) continue;
      taken[name] = await readList(taken[name] as unknown[], { readItem, path: prefix + name, problems, seen });
    }
    return taken;
  };
}

/** Parts what an earlier object of the request already had from what is still to be asked. */
function recall<R extends Rule>(value: object, given: R[], seen: Seen) {
  const known: Record<string, unknown> = {};
  const asked = given.filter((rule) => {
    const item = (value as Record<string, unknown>)[rule.name];
    const values = seen.get(rule);
    if (!values?.has(item)) return true;
    known[rule.name] = values.get(item);
    return false;
  });
  return { known, asked };
}

function remember(value: object, taken: Record<string, unknown>, asked: Rule[], seen: Seen): void {
  for (const rule of asked) {
    const item = (value as Record<string, unknown>)[rule.name];
    if (!rule.isPlain || !['string', 'number', 'boolean'].includes(typeof item)) continue;
    if (!seen.has(rule)) seen.set(rule, new Map());
    seen.get(rule)!.set(item, taken[rule.name]);
  }
}

interface ListReading {
  readItem: ObjectReader;
  path: string;
  problems: FieldProblem[];
  seen: Seen;
}

/**
 * Item after item, and no further than there is room for problems. express-validator's own wildcards compare each of
 * the items they find with each other one: a list of some thousand would stop the server for a minute.
 */
async function readList(items: unknown[], { readItem, path, problems, seen }: ListReading) {
  const taken: unknown[] = [];
  for (const [index, item] of items.entries()) {
    if (problems.length >= MAX_PROBLEMS) break;
    const place = `${path}[${index}]`;
    if (isObject(item)) taken.push(await readItem(item, `${place}.`, problems, seen));
    else problems.push(notAnObject(place));
  }
  return taken;
}

/** `{ offer: object({ type }) }` becomes `{ offer: …, 'offer.type': … }`. Lists are read apart, at the top of fields. */
function flatten(fields: Fields, prefix = '', forceOptional = false): Schema {
  const schema: Schema = {};
  for (const [name, field] of Object.entries(fields)) {
    const { inner, each, ...rule } = withProblems(field);
    const path = `${prefix}${name}`;
    if (each && prefix) throw new Error(`${path}: a list of objects inside an object cannot be read`);
    schema[path] = { ...rule, ...(forceOptional && { optional: true }) };
    if (inner) {
      Object.assign(schema, flatten(inner, `${path}.`, Boolean(rule.optional)));
      if (rule.optional) schema[path] = { ...schema[path], ...requireInner(inner) };
    }
  }
  return schema;
}

// The fields of an absent optional object must not be asked for; of a present one they must.
function requireInner(inner: Fields): ParamSchema {
  const needed = Object.entries(inner).filter(([, field]: [string, Field<unknown>]) => !field.optional);
  return {
    custom: {
      options: (value: object) => needed.every(([name]) => name in value),
      errorMessage: { problem: 'lacks_fields', params: { fields: needed.map(([name]) => name) } } satisfies Wrong,
    },
  };
}

/**
 * Keys that the contract does not name, in the object and those inside it: among them operators (`$gt`) and
 * `__proto__`. (express-validator's checkExact takes everything below a known field as known.)
 */
function addUnknown(value: object, fields: Fields, prefix: string, problems: FieldProblem[]): void {
  for (const key of Object.keys(value)) {
    if (problems.length >= MAX_PROBLEMS) return;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) problems.push({ path: prefix + key, problem: 'unknown_field' });
    const item = (value as Record<string, unknown>)[key];
    if (field?.inner && isObject(item)) addUnknown(item, field.inner, `${prefix}${key}.`, problems);
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notAnObject = (path: string): FieldProblem => ({ path, problem: 'not_an_object' });

function refuse(errors: FieldProblem[]): never {
  throw refused('validation_failed', { errors });
}

/** The first problem of each field, by its path. */
function describe(problems: ValidationError[]): Map<string, Wrong> {
  const found = new Map<string, Wrong>();
  for (const problem of problems) {
    if (problem.type !== 'field' || found.has(problem.path)) continue;
    found.set(problem.path, typeof problem.msg === 'object' ? (problem.msg as Wrong) : { problem: 'invalid' });
  }
  return found;
}
