import type { ParamSchema } from 'express-validator';
import type { Wrong } from './problems.js';

declare const accepts: unique symbol;

/**
 * An express-validator rule (plain data) that remembers, for the compiler only, the type it lets through.
 * `inner` describes the fields of an object, `each` those of every object in a list; the server flattens both
 * into express-validator's dotted paths.
 */
export type Field<T> = ParamSchema & { inner?: Fields; each?: Fields; readonly [accepts]?: () => T };
// An interface, because a type alias may not refer to itself through Field.
export interface Fields {
  [name: string]: Field<unknown>;
}

type Accepted<F> = F extends { [accepts]?: () => infer T } ? T : never;
type OptionalKey<F extends Fields> = { [K in keyof F]: undefined extends Accepted<F[K]> ? K : never }[keyof F];

/** The plain type that a set of fields accepts: the type in service, axios call and form. */
export type Infer<F extends Fields> = { [K in Exclude<keyof F, OptionalKey<F>>]: Accepted<F[K]> } & {
  [K in OptionalKey<F>]?: Accepted<F[K]>;
};

type Range = { min: number; max: number };
type TextRange = { min?: number; max: number };

// express-validator runs scalar checks on every item of an array, so `?status=a&status=b` would pass as a string.
// Each field therefore says up front that it holds one value.
const oneString = { isString: { bail: true } } satisfies ParamSchema;
const oneValue = { isArray: { negated: true, bail: true } } satisfies ParamSchema;

/** An expression says by itself nothing of what it refuses; for the other rules `rule-problems.ts` knows. */
const pattern = (expression: RegExp, errorMessage: Wrong): Field<string> => ({
  ...oneString,
  matches: { options: [expression], errorMessage },
});

export const id = (): Field<string> => pattern(/^[0-9a-fA-F]{24}$/, { problem: 'not_an_id' });

// Marks that turn the direction of what follows, and control characters but tab and line ends. Pasted text is full of
// them (a phone number of an address book comes wrapped in two), so they are taken out and not refused.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** One spelling of each letter, without what nobody sees. */
const tidied = {
  customSanitizer: {
    options: (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').replace(UNSEEN, '') : value),
  },
} satisfies ParamSchema;

/** Text of `min` (default 1) to `max` characters, tidied and trimmed. It may have lines. */
export const text = ({ min = 1, max }: TextRange): Field<string> => ({
  ...oneString,
  ...tidied,
  trim: true,
  isLength: { options: { min, max } },
});

/** Text that may be empty: clears the stored value. */
export const clearableText = (max: number): Field<string> => ({
  ...oneString,
  ...tidied,
  trim: true,
  isLength: { options: { min: 0, max } },
});

/**
 * Of one line and shown beside other people's words: names and labels. Here control, direction and invisible characters
 * are refused (two names that look the same are not the same person), but for the joiners that Persian, Hindi and
 * others are written with, between letters. Something must be seen: the Hangul fillers and the empty Braille cell are not.
 */
const ONE_LINE =
  /^(?=.*(?![\u115f\u1160\u3164\uffa0\u2800])[\p{L}\p{N}\p{P}\p{S}])(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}]))*$/u;
const NOT_ONE_LINE: Wrong = { problem: 'not_plain_words' };
const composed = {
  customSanitizer: { options: (value: unknown) => (typeof value === 'string' ? value.normalize('NFC') : value) },
} satisfies ParamSchema;

/** A name or label: one line of `min` (default 1) to `max` characters, trimmed, each letter in one spelling. */
export const line = (range: TextRange): Field<string> => ({
  ...oneString,
  ...composed,
  trim: true,
  matches: { options: [ONE_LINE], bail: true, errorMessage: NOT_ONE_LINE },
  isLength: text(range).isLength,
});

/** The same, or empty to clear. */
export const clearableLine = (max: number): Field<string> => ({
  ...line({ min: 0, max }),
  matches: { options: [new RegExp(`^$|${ONE_LINE.source}`, 'u')], bail: true, errorMessage: NOT_ONE_LINE },
  isLength: clearableText(max).isLength,
});

/** What a person is called, in any script. */
export const personName = (): Field<string> => line({ min: 2, max: 100 });

/** Text taken as it is: passwords, SDP, tokens. */
export const rawText = ({ min = 1, max }: TextRange): Field<string> => ({
  ...oneString,
  isLength: { options: { min, max } },
});

const NOT_AN_EMAIL: Wrong = { problem: 'not_an_email' };

export const email = (): Field<string> => ({
  ...oneString,
  trim: true,
  isLength: { options: { max: 254 }, bail: true },
  // isEmail throws at half a character (a lone surrogate) instead of refusing it.
  matches: { options: [/^\P{Surrogate}*$/u], bail: true, errorMessage: NOT_AN_EMAIL },
  isEmail: true,
  toLowerCase: true,
});

/** ITU-T E.164, spaces and dashes forgiven. */
export const phone = (): Field<string> => pattern(/^\+?[0-9][0-9 ()-]{4,22}[0-9]$/, { problem: 'not_a_phone' });
export const clearablePhone = (): Field<string> =>
  pattern(/^(\+?[0-9][0-9 ()-]{4,22}[0-9])?$/, { problem: 'not_a_phone' });

/** An instant with an explicit offset (RFC 3339): a time without a zone means nothing to two people in a call. */
export const instant = (): Field<string> => ({
  ...oneString,
  isRFC3339: true,
});

export const localDate = (): Field<string> => ({
  ...oneString,
  isDate: { options: { format: 'YYYY-MM-DD', strictMode: true, delimiters: ['-'] } },
});

/** `YYYY-MM-DD`, or empty to clear. */
export const clearableDate = (): Field<string> =>
  pattern(/^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/, { problem: 'not_a_birth_date' });

export const clockTime = (): Field<string> => pattern(/^([01]\d|2[0-3]):[0-5]\d$/, { problem: 'not_a_clock_time' });

/** When something ends: a time of day, or `24:00`, midnight at the end of the day. */
export const endTime = (): Field<string> =>
  pattern(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { problem: 'not_an_end_time' });

/** A listed IANA name. The shape is checked here; the server also asks its tz database. */
export const timeZone = (): Field<string> =>
  pattern(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/, { problem: 'not_a_time_zone' });

/**
 * An IETF language tag (BCP 47), or empty: as the browser says. The shape is checked here; the server also asks which
 * languages it has words in.
 */
export const languageTag = (): Field<string> =>
  pattern(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$/, { problem: 'not_a_language_tag' });

export const integer = ({ min, max }: Range): Field<number> => ({
  ...oneValue,
  isInt: { options: { min, max } },
  toInt: true,
});

export const decimal = ({ min, max }: Range): Field<number> => ({
  ...oneValue,
  isFloat: { options: { min, max } },
  toFloat: true,
});

export const flag = (): Field<boolean> => ({
  ...oneValue,
  isBoolean: { options: { strict: true } },
});

export const oneOf = <const T extends readonly string[]>(values: T): Field<T[number]> => ({
  ...oneString,
  isIn: { options: [[...values]] },
});

/** A comma-separated subset of `values` in a query string, such as `?status=pending,scheduled`. */
export const someOf = <const T extends readonly string[]>(values: T): Field<string> =>
  pattern(new RegExp(`^(${values.join('|')})(,(${values.join('|')}))*$`), {
    problem: 'not_some_listed',
    params: { values: [...values] },
  });

/** A list of some of `values`, each once. */
export const listFrom = <const T extends readonly string[]>(
  values: T,
  { max }: { max: number },
): Field<T[number][]> => ({
  isArray: { options: { max }, bail: true },
  custom: {
    options: (items: unknown[]) =>
      new Set(items).size === items.length && items.every((item) => typeof item === 'string'),
    bail: true,
    errorMessage: { problem: 'not_each_once' } satisfies Wrong,
  },
  // Asked of each item.
  isIn: { options: [[...values]] },
});

export const idList = (max: number): Field<string[]> => ({
  isArray: { options: { max }, bail: true },
  custom: {
    options: (items: unknown[]) => items.every((item) => typeof item === 'string' && /^[0-9a-f]{24}$/i.test(item)),
    errorMessage: { problem: 'not_ids' } satisfies Wrong,
  },
});

export const listOf = <F extends Fields>(each: F, { max }: { max: number }): Field<Infer<F>[]> => ({
  isArray: { options: { max }, bail: true },
  each,
});

export const object = <F extends Fields>(inner: F): Field<Infer<F>> => ({
  isObject: { bail: true },
  inner,
});

export const optional = <T>(field: Field<T>): Field<T | undefined> =>
  ({ ...field, optional: true }) as Field<T | undefined>;

/** What a form needs to know of a field: whether it must be filled, and how long it may be. */
export function limitsOf(field: Field<unknown>): { required: boolean; minLength?: number; maxLength?: number } {
  const length = field.isLength;
  const range = typeof length === 'object' && length.options && !Array.isArray(length.options) ? length.options : {};
  const { min, max } = range as Partial<Range>;
  return {
    required: !field.optional && min !== 0,
    ...(min && min > 1 && { minLength: min }),
    ...(max !== undefined && { maxLength: max }),
  };
}

/** Paging of every list: `?limit` (default 20, at most 100) and `?cursor`. */
export const paging = {
  limit: optional(integer({ min: 1, max: 100 })),
  cursor: optional(rawText({ max: 200 })),
} satisfies Fields;
