import type { Field, Fields, Infer } from '@health-connect/contract/fields';
import type { FieldProblem } from '@health-connect/contract/errors';
import {
  checkExact,
  checkSchema,
  matchedData,
  type ParamSchema,
  type Schema,
  validationResult,
} from 'express-validator';
import { AppError } from './errors.js';

type Location = 'params' | 'query' | 'body';
type RequestLike = Parameters<typeof matchedData>[0];

/** Reads one part of a request: only what the fields let through, with the types they carry. */
export type Reader<F extends Fields> = (request: RequestLike) => Promise<Infer<F>>;

/**
 * Compiles fields to express-validator chains, once per route or event.
 * Values are read with matchedData, because Express 5 recomputes req.query on every access, so sanitised values
 * never reach it.
 * @throws AppError `validation_failed` listing every bad and every unknown field.
 */
export function reader<F extends Fields>(location: Location, fields: F): Reader<F> {
  const schema = flatten(fields);
  const check = checkExact(checkSchema(schema, [location]), { locations: [location] });
  return async (request) => {
    const value = request[location] ?? {};
    refuseStrange(value);
    const copy = { [location]: value } as RequestLike;
    await check.run(copy);
    const problems = validationResult(copy);
    if (!problems.isEmpty()) refuse(describe(problems.array()));
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

const STRANGE_KEY = /^(\$|__proto__$|constructor$|prototype$)/;
const MAX_DEPTH = 8;

/** Operators and prototype keys have no place in any input of ours, at any depth. */
function refuseStrange(value: unknown, path = '', depth = 0): void {
  if (depth === 0 && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    refuse([{ path: '', message: 'Must be an object.' }]);
  }
  if (depth > MAX_DEPTH) refuse([{ path, message: 'Is nested too deeply.' }]);
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const here = path ? `${path}.${key}` : key;
    if (STRANGE_KEY.test(key)) refuse([{ path: here, message: 'Is not a known field.' }]);
    refuseStrange((value as Record<string, unknown>)[key], here, depth + 1);
  }
}

function refuse(errors: FieldProblem[]): never {
  throw new AppError('validation_failed', 'Please check the highlighted fields.', { errors });
}

function describe(problems: ReturnType<ReturnType<typeof validationResult>['array']>): FieldProblem[] {
  const messages = new Map<string, string>();
  for (const problem of problems) {
    if (problem.type === 'unknown_fields') {
      for (const field of problem.fields) messages.set(field.path, 'Is not a known field.');
    } else if (problem.type === 'field' && !messages.has(problem.path)) {
      messages.set(problem.path, problem.msg === 'Invalid value' ? 'Is not valid.' : String(problem.msg));
    }
  }
  return [...messages].map(([path, message]) => ({ path, message }));
}
