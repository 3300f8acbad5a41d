import type { Field, Fields, Infer } from '@health-connect/contract/fields';

type Check = (value: unknown) => boolean;
type Options = { min?: number; max?: number };

/** Rules that only shape the value in ways that a passed check makes empty. */
const HARMLESS = new Set(['inner', 'optional', 'isString', 'isArray', 'isObject', 'toInt']);
/** What counts as less than its length: then the full reader does the counting. */
const ODD_LENGTH = /[\ud800-\udfff]|\ufe0e|\ufe0f/;

/**
 * A quick reader of payloads: gives the payload where it plainly fits its fields and the full reader would take it
 * unchanged; null where that one must look, which also finds the words for what is wrong. Reading a candidate in full
 * costs several times its relay.
 */
export function quickCheck<F extends Fields>(fields: F): (payload: unknown) => Infer<F> | null {
  const fits = compileObject(fields);
  return (payload) => (fits?.(payload) ? (payload as Infer<F>) : null);
}

/** Null where a rule is not known here. */
function compileObject(fields: Fields): Check | null {
  const checks = new Map<string, Check>();
  for (const [name, field] of Object.entries(fields)) {
    const check = compile(field);
    if (!check) return null;
    checks.set(name, check);
  }
  const required = Object.keys(fields).filter((name) => !fields[name]!.optional);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return (
      required.every((name) => Object.hasOwn(given, name)) &&
      Object.keys(given).every((key) => checks.get(key)?.(given[key]))
    );
  };
}

function compile(field: Field<unknown>): Check | null {
  if (field.inner) return compileObject(field.inner);
  const checks: Check[] = [];
  for (const [rule, definition] of Object.entries(field)) {
    if (HARMLESS.has(rule)) continue;
    const check = RULES[rule]?.(optionsOf(definition));
    if (!check) return null;
    checks.push(check);
  }
  const isKind: Check = field.isInt ? Number.isSafeInteger : (value) => typeof value === 'string';
  return (value) => isKind(value) && checks.every((check) => check(value));
}

const optionsOf = (definition: unknown) =>
  typeof definition === 'object' && definition !== null && 'options' in definition ? definition.options : undefined;

const RULES: Record<string, (options: unknown) => Check> = {
  trim: () => (value) => String(value).trim() === value,
  customSanitizer: (options) => {
    const tidy = options as (value: unknown) => unknown;
    return (value) => tidy(value) === value;
  },
  matches: (options) => {
    const [expression] = options as [RegExp];
    return (value) => expression.test(String(value));
  },
  isIn: (options) => {
    const [allowed] = options as [unknown[]];
    return (value) => allowed.includes(value);
  },
  isInt: (options) => {
    const { min = -Infinity, max = Infinity } = options as Options;
    return (value) => Number(value) >= min && Number(value) <= max;
  },
  isLength: (options) => {
    const { min = 0, max = Infinity } = options as Options;
    return (value) => {
      const { length } = String(value);
      return length >= min && length <= max && !ODD_LENGTH.test(String(value));
    };
  },
};
