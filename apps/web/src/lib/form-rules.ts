import { type Field, limitsOf } from '@health-connect/contract/fields';

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
    ...(minLength && { minLength: { value: minLength, message: `At least ${minLength} characters.` } }),
    ...(maxLength && { maxLength: { value: maxLength, message: `At most ${maxLength} characters.` } }),
    ...(field.isEmail && {
      pattern: { value: LIKE_AN_EMAIL, message: 'Must be an e-mail address, like name@example.org.' },
    }),
  };
}
