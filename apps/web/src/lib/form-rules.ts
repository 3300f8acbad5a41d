import { type Field, limitsOf } from '@health-connect/contract/fields';
import { plural, t } from '@lingui/core/macro';

interface Rules {
  required?: string;
  minLength?: { value: number; message: string };
  maxLength?: { value: number; message: string };
  pattern?: { value: RegExp; message: string };
}

/** Coarse on purpose: the server has the last word. */
const LIKE_AN_EMAIL = /^\s*\S+@\S+\.\S{2,}\s*$/;

/** What a form checks before it asks the server, from the contract's own definition of the field. */
export function rulesOf(field: Field<unknown>, missing: string): Rules {
  const { required, minLength, maxLength } = limitsOf(field);
  return {
    ...(required && { required: missing }),
    ...(minLength && { minLength: { value: minLength, message: atLeast(minLength) } }),
    ...(maxLength && { maxLength: { value: maxLength, message: atMost(maxLength) } }),
    ...(field.isEmail && {
      pattern: { value: LIKE_AN_EMAIL, message: t`Must be an e-mail address, like name@example.org.` },
    }),
  };
}

const atLeast = (min: number) => plural(min, { one: 'At least # character.', other: 'At least # characters.' });
const atMost = (max: number) => plural(max, { one: 'At most # character.', other: 'At most # characters.' });
