import type { Field } from './fields.js';
import type { Wrong } from './problems.js';

type Range = { min: number; max: number };
/** Of the value that is refused, or whatever it is. */
type Teller = Wrong | ((value: unknown) => Wrong);
type Telling = (options: unknown, field: Field<unknown>) => Teller | undefined;

/** What a rule of a field has against a value, where the field itself does not say. */
const TOLD: Record<string, Telling> = {
  isString: () => ({ problem: 'not_text' }),
  isLength: (options) => tellLength(options as Partial<Range>),
  isIn: (options, { isArray }) => {
    const values = (options as [string[]])[0].filter(Boolean);
    return { problem: isArray ? 'not_some_listed' : 'not_listed', params: { values } };
  },
  isInt: (options) => ({ problem: 'not_a_whole_number', params: options as Range }),
  isFloat: (options) => ({ problem: 'not_a_number', params: options as Range }),
  isBoolean: () => ({ problem: 'not_a_flag' }),
  isEmail: () => ({ problem: 'not_an_email' }),
  isRFC3339: () => ({ problem: 'not_an_instant' }),
  isDate: () => ({ problem: 'not_a_date' }),
  isObject: () => ({ problem: 'not_an_object' }),
  isArray: (options, { each, isIn }) => {
    // Said of fields that are one value, too.
    const { max } = (options ?? {}) as Partial<Range>;
    if (max === undefined) return { problem: 'not_one_value' };
    return { problem: each || isIn ? 'not_a_list' : 'not_a_list_of_ids', params: { max } };
  },
};

function tellLength({ min = 0, max = Infinity }: Partial<Range>): Teller {
  const tooShort: Wrong = min === 1 ? { problem: 'empty' } : { problem: 'too_short', params: { min } };
  const tooLong: Wrong = { problem: 'too_long', params: { max } };
  return (value) => (typeof value === 'string' && [...value].length > max ? tooLong : tooShort);
}

/** A field as express-validator takes it: each rule with what it has against a value. */
export function withProblems<F extends Field<unknown>>(field: F): F {
  const rules = Object.entries(field).map(([name, rule]: [string, unknown]) => {
    const given =
      typeof rule === 'object' && rule !== null ? (rule as { options?: unknown; errorMessage?: unknown }) : {};
    const errorMessage = given.errorMessage ?? TOLD[name]?.(given.options, field);
    return [name, errorMessage === undefined ? rule : { ...given, errorMessage }];
  });
  return Object.fromEntries(rules) as F;
}
