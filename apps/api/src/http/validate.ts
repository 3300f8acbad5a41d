import type { Field, Fields, Infer } from '@health-connect/contract/fields';
import type { FieldProblem } from '@health-connect/contract/errors';
import {
  checkSchema,
  matchedData,
  type ParamSchema,
  type Schema,
  type ValidationError,
  validationResult,
} from 'express-validator';
import { AppError } from './errors.js';

type Location = 'params' | 'query' | 'body';
type RequestLike = Parameters<typeof matchedData>[0];

const MAX_PROBLEMS = 100;

/** Reads one part of a request: only what the fields let through, with the types they carry. */
export type Reader<F extends Fields> = (request: RequestLike) => Promise<Infer<F>>;

/**
 * Compiles fields to express-validator chains, once per route or event.
 * Values are read with matchedData, because Express 5 recomputes req.query on every access, so sanitised values
 * never reach it.
 * @throws AppError `validation_failed` listing every bad and every unknown field.
 */
export function reader<F extends Fields>(location: Location, fields: F): Reader<F> {
  const rules = Object.entries(fields).map(([name, field]) => ({
    name,
    optional: Boolean(field.optional),
    chains: checkSchema(flatten({ [name]: field }), [location]),
  }));
  return async (request) => {
    const value = request[location] ?? {};
    if (typeof value !== 'object' || Array.isArray(value)) refuse([{ path: '', message: 'Must be an object.' }]);
    const copy = { [location]: value } as RequestLike;
    // An absent optional field has nothing to check; running its chains would cost as much as a small query.
    const asked = rules.filter(({ name, optional }) => !optional || Object.hasOwn(value, name));
    await Promise.all(asked.flatMap(({ chains }) => chains.map((chain) => chain.run(copy))));
    const problems = [...describe(validationResult(copy).array()), ...unknownFields(value, fields)];
    if (problems.length > 0) refuse(problems.slice(0, MAX_PROBLEMS));
    return matchedData(copy, { locations: [location] }) as Infer<F>;
  };
}

/** `{ schedule: listOf({ day }) }` becomes `{ schedule: …, 'schedule.*.day': … }`. */
function flatten(fields: Fields, prefix = '', forceOptional = false): Schema {
  const schema: Schema = {};
  for (const [name, field] of Object.entries(fields)) {
    const { inner, each, ...rule } = field;
    const path = `${prefix}${name}`;
    schema[path] = { ...rule, ...(forceOptional && { optional: true }) };
    if (each) Object.assign(schema, flatten(each, `${path}.*.`));
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
      errorMessage: `Needs ${needed.map(([name]) => name).join(', ')}.`,
    },
  };
}

/**
 * Keys that the contract does not name, at any depth that it describes: among them operators (`$gt`) and `__proto__`.
 * (express-validator's checkExact takes everything below a known field as known.)
 */
function unknownFields(value: unknown, fields: Fields, prefix = ''): FieldProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = prefix + key;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) return [{ path, message: 'Is not a known field.' }];
    if (field.inner) return unknownFields(item, field.inner, `${path}.`);
    if (!field.each || !Array.isArray(item)) return [];
    const { each } = field;
    return item.flatMap((element, index) => unknownFields(element, each, `${path}[${index}].`));
  });
}

function refuse(errors: FieldProblem[]): never {
  throw new AppError('validation_failed', 'Please check the highlighted fields.', { errors });
}

/** The first problem of each field. */
function describe(problems: ValidationError[]): FieldProblem[] {
  const messages = new Map<string, string>();
  for (const problem of problems) {
    if (problem.type !== 'field' || messages.has(problem.path)) continue;
    messages.set(problem.path, problem.msg === 'Invalid value' ? 'Is not valid.' : String(problem.msg));
  }
  return [...messages].map(([path, message]) => ({ path, message }));
}
