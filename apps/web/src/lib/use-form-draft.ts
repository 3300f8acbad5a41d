import { type FieldValues, type UseFormReturn, useWatch } from 'react-hook-form';
import { useKeptDraft } from './use-kept-draft.js';

/** Keeps a whole form as `useKeptDraft` does; while `active` is false nothing of it is kept. */
export function useFormDraft<Values extends FieldValues>(form: UseFormReturn<Values>, name: string, active = true) {
  const values = useWatch({ control: form.control });
  const { isDirty } = form.formState;
  return useKeptDraft<object>(name, active && isDirty ? values : null, (kept) =>
    form.reset({ ...form.getValues(), ...kept }, { keepDefaultValues: true }),
  );
}
