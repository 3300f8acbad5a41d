import { type FieldErrors, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { ApiError, messageOf } from './api-error.js';

export interface FieldMessage {
  path: string;
  message: string;
}

/** Field errors of the server land on their fields; what belongs to no field of this form is said on top. */
export function showServerErrors<Values extends FieldValues>(form: UseFormReturn<Values>, error: unknown) {
  const known = new Set(leavesOf(form.getValues()));
  const problems = error instanceof ApiError ? error.errors : [];
  const [placed, homeless] = [
    problems.filter((p) => known.has(dotted(p.path))),
    problems.filter((p) => !known.has(dotted(p.path))),
  ];
  for (const { path, message } of placed) form.setError(dotted(path) as Path<Values>, { type: 'server', message });
  if (placed.length === 0 || homeless.length > 0) {
    const message = homeless.length > 0 ? homeless.map((problem) => problem.message).join(' ') : messageOf(error);
    form.setError('root.server', { type: 'server', message });
  }
}

/** A form's submit handler: runs `action`, and puts what the server refuses where it belongs. */
export const submitTo = <Values extends FieldValues>(
  form: UseFormReturn<Values>,
  action: (values: Values) => Promise<unknown>,
) =>
  form.handleSubmit(async (values) => {
    try {
      await action(values);
    } catch (error) {
      showServerErrors(form, error);
    }
  });

/** All messages of a form: of its fields, in their order, and what was said of the whole. */
export function problemsOf(errors: FieldErrors): { fields: FieldMessage[]; general: string | undefined } {
  const { root, ...fields } = errors;
  const general = root?.message ?? root?.['server']?.message;
  return { fields: flatten(fields), general };
}

function flatten(node: unknown, path = ''): FieldMessage[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('message' in node && typeof node.message === 'string' && node.message) return [{ path, message: node.message }];
  return Object.entries(node)
    .filter(([key]) => key !== 'ref' && key !== 'type' && key !== 'types')
    .flatMap(([key, child]) => flatten(child, path ? `${path}.${key}` : key));
}

function leavesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, path ? `${path}.${key}` : key));
}

/** `slots[1].endTime` as react-hook-form writes it: `slots.1.endTime`. */
const dotted = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');
