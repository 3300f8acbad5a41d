import type { SentProblem } from '@health-connect/contract/problems';
import { t } from '@lingui/core/macro';
import type { FieldError, FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { type Away, awayOf, type FailureCode, isApiError, messageOf } from './api-error.js';
import { loadedRefusalWords } from './refusals/refusals.js';

export interface FieldMessage {
  path: string;
  message: string;
  type: string;
}

/** Refusals that have no field of their own but mean one: `{ email_taken: 'email' }`. */
type FieldOfCode<Values extends FieldValues> = Partial<Record<FailureCode, Path<Values>>>;

/** What refused each form last, so that it can be said in another language. */
const refused = new WeakMap<object, { error: unknown; fieldOfCode: object }>();

/** Field errors of the server land on their fields; what belongs to no field of this form is said on top. */
function showServerErrors<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  fieldOfCode: FieldOfCode<Values> = {},
) {
  refused.set(form.control, { error, fieldOfCode });
  const meant = isApiError(error) ? fieldOfCode[error.code] : undefined;
  if (meant) return form.setError(meant, { type: 'server', message: messageOf(error) });

  const known = new Set(leavesOf(form.getValues()));
  const isKnown = ({ path }: SentProblem) => known.has(dotted(path));
  const problems = isApiError(error) ? error.errors : [];
  for (const problem of problems.filter(isKnown)) {
    form.setError(dotted(problem.path) as Path<Values>, { type: 'server', message: wordsFor(problem) });
  }
  const homeless = problems.filter((problem) => !isKnown(problem)).map(wordsFor);
  if (problems.length === 0 || homeless.length > 0) {
    const type = awayOf(error) ?? 'server';
    form.setError('root.server', { type, message: homeless.join(' ') || messageOf(error) });
  }
}

/** Loaded with the refusal. */
const wordsFor = (problem: SentProblem) => loadedRefusalWords()?.problemWords(problem) ?? messageOf(problem);

/** A form's submit handler: runs `action`, and puts what the server refuses where it belongs. */
export const submitTo = <Values extends FieldValues>(
  form: UseFormReturn<Values>,
  action: (values: Values) => Promise<unknown>,
  fieldOfCode?: FieldOfCode<Values>,
) =>
  form.handleSubmit(async (values) => {
    try {
      await action(values);
    } catch (error) {
      showServerErrors(form, error, fieldOfCode);
    }
  });

/**
 * Says everything that stands in a form's way anew, in the language of this moment: rules are asked again, and what the
 * server refused is drawn from what it sent. What was put right meanwhile stays so.
 */
export async function sayAnew<Values extends FieldValues>(form: UseFormReturn<Values>): Promise<void> {
  const before = flatten(form.formState.errors);
  const rules = before.filter(({ type }) => !FROM_SERVER.has(type));
  await form.trigger(rules.map(({ path }) => path as Path<Values>));
  const last = refused.get(form.control);
  if (!last || rules.length === before.length) return;
  showServerErrors(form, last.error, last.fieldOfCode);
  const stood = new Set(before.map(({ path }) => path));
  for (const { path } of flatten(form.formState.errors)) if (!stood.has(path)) form.clearErrors(path as Path<Values>);
}

/** Types of errors that no rule of the form would find. */
const FROM_SERVER = new Set<string>(['server', 'repeats', 'asks']);

interface Problems {
  fields: FieldMessage[];
  general: string | undefined;
  /** The server was not reached: the same can be sent again. */
  away: Away | null;
}

/** All messages of a form: of its fields, in their order, and what was said of the whole. */
export function problemsOf(errors: FieldErrors): Problems {
  const { root, ...fields } = errors;
  const general = root?.message ?? root?.['server']?.message;
  const type = root?.['server']?.type;
  return { fields: flatten(fields), general, away: type === 'repeats' || type === 'asks' ? type : null };
}

function flatten(node: unknown, path = ''): FieldMessage[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isFieldError(node)) return [{ path, message: withLabel(node), type: node.type }];
  return Object.entries(node)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, child]) => flatten(child, path ? `${path}.${key}` : key));
}

const isFieldError = (node: object): node is FieldError =>
  'message' in node && typeof node.message === 'string' && node.message !== '';

/** "Must be a phone number", "At most 100 characters": away from the field its label has to be said too. */
function withLabel({ message = '', type, ref }: FieldError) {
  const whole = type !== 'required' && ref && 'labels' in ref ? ref.labels?.[0]?.textContent : undefined;
  const label = whole?.replace(t`(optional)`, '').trim();
  return label ? t`${label}: ${message}` : message;
}

function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key));
}

/** `slots[1].endTime` as react-hook-form writes it: `slots.1.endTime`. */
const dotted = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');
