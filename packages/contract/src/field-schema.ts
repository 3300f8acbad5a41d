import type { Field, Fields } from './fields.js';
import type { Wrong } from './problems.js';
import { withProblems } from './rule-problems.js';

/** A JSON Schema (2020-12), or a part of one. */
export type Schema = { [key: string]: unknown };

interface Rule {
  options?: unknown;
  errorMessage?: unknown;
}

/** Words for what is wrong with a value, which also tell what is right. */
type Describe = (wrong: Wrong) => string;

/** What an object must look like to pass these fields; for the reference, never for validation itself. */
export function schemaOfFields(fields: Fields, describe: Describe): Schema {
  const required = Object.keys(fields).filter((name) => !fields[name]!.optional);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, schemaOfField(field, describe)]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

export function schemaOfField(field: Field<unknown>, describe: Describe): Schema {
  if (field.inner) return schemaOfFields(field.inner, describe);
  const rules = Object.entries(withProblems(field)) as [string, Rule | boolean][];
  const keywords = rules.map(([name, rule]) =>
    KEYWORDS[name]?.(typeof rule === 'object' ? rule.options : undefined, field, describe),
  );
  const wrong = problemOf(rules);
  return Object.assign({}, ...keywords, wrong && { description: describe(wrong) }) as Schema;
}

/** The most particular of its problems: the first ones say no more than the type does, and a length its limits. */
const problemOf = (rules: [string, Rule | boolean][]): Wrong | undefined =>
  rules
    .filter(([name]) => name !== 'isString')
    .map(([, rule]) => (typeof rule === 'object' ? (rule.errorMessage as Wrong | undefined) : undefined))
    .findLast((wrong) => typeof wrong === 'object' && wrong.problem !== 'not_one_value');

type Range = { min?: number; max?: number };
const rangeOf = (options: unknown, least: string, most: string): Schema => {
  const { min, max } = (options ?? {}) as Range;
  return { ...(min !== undefined && { [least]: min }), ...(max !== undefined && { [most]: max }) };
};

const KEYWORDS: Record<string, (options: unknown, field: Field<unknown>, describe: Describe) => Schema> = {
  isString: () => ({ type: 'string' }),
  isLength: (options) => rangeOf(options, 'minLength', 'maxLength'),
  matches: (options) => ({ pattern: (options as [RegExp])[0].source }),
  isIn: (options, { isArray }) => {
    const words = { enum: (options as [unknown[]])[0] };
    // On a list it is asked of each item.
    return isArray ? { items: { type: 'string', ...words }, uniqueItems: true } : words;
  },
  isInt: (options) => ({ type: 'integer', ...rangeOf(options, 'minimum', 'maximum') }),
  isFloat: (options) => ({ type: 'number', ...rangeOf(options, 'minimum', 'maximum') }),
  isBoolean: () => ({ type: 'boolean' }),
  isEmail: () => ({ format: 'email' }),
  isRFC3339: () => ({ format: 'date-time' }),
  isDate: () => ({ format: 'date' }),
  isArray: (options, { each }, describe) => {
    // Said of fields that are one value, too.
    const { max } = (options ?? {}) as Range;
    if (max === undefined) return {};
    // A list without fields of its items is one of ids.
    return {
      type: 'array',
      maxItems: max,
      items: each ? schemaOfFields(each, describe) : { type: 'string', pattern: ID },
    };
  },
};

const ID = '^[0-9a-fA-F]{24}$';
