import type { Field, Fields } from './fields.js';

/** A JSON Schema (2020-12), or a part of one. */
export type Schema = { [key: string]: unknown };

interface Rule {
  options?: unknown;
  errorMessage?: unknown;
}

/** What an object must look like to pass these fields; for the reference, never for validation itself. */
export function schemaOfFields(fields: Fields): Schema {
  const required = Object.keys(fields).filter((name) => !fields[name]!.optional);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

export function schemaOfField(field: Field<unknown>): Schema {
  if (field.inner) return schemaOfFields(field.inner);
  const rules = Object.entries(field) as [string, Rule | boolean][];
  const keywords = rules.map(([name, rule]) =>
    KEYWORDS[name]?.(typeof rule === 'object' ? rule.options : undefined, field),
  );
  const description = messageOf(rules);
  return Object.assign({}, ...keywords, description && { description }) as Schema;
}

/** The most particular of its messages: the first ones say no more than the type does. */
const messageOf = (rules: [string, Rule | boolean][]): unknown =>
  rules
    .filter(([name]) => name !== 'isString')
    .map(([, rule]) => (typeof rule === 'object' ? rule.errorMessage : undefined))
    .findLast((message) => typeof message === 'string' && message !== 'Must be one value.');

type Range = { min?: number; max?: number };
const rangeOf = (options: unknown, least: string, most: string): Schema => {
  const { min, max } = (options ?? {}) as Range;
  return { ...(min !== undefined && { [least]: min }), ...(max !== undefined && { [most]: max }) };
};

const KEYWORDS: Record<string, (options: unknown, field: Field<unknown>) => Schema> = {
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
  isArray: (options, { each }) => {
    // Said of fields that are one value, too.
    const { max } = (options ?? {}) as Range;
    if (max === undefined) return {};
    // A list without fields of its items is one of ids.
    return { type: 'array', maxItems: max, items: each ? schemaOfFields(each) : { type: 'string', pattern: ID } };
  },
};

const ID = '^[0-9a-fA-F]{24}$';
