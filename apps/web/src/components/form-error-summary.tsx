import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { problemsOf } from '../lib/form-errors.js';
import { Notice } from './notice.js';

const COUNT_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];

interface FormErrorSummaryProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
}

/** What stopped the form, on top of it; takes the focus after each try, and leads to each field. */
export function FormErrorSummary<Values extends FieldValues>({ form }: FormErrorSummaryProps<Values>) {
  const { errors, submitCount } = form.formState;
  const { fields, general } = problemsOf(errors);
  const failed = fields.length > 0 || general !== undefined;
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (submitCount > 0) box.current?.focus();
  }, [submitCount]);

  if (submitCount === 0 || !failed) return null;
  const title =
    fields.length === 0
      ? general
      : `${COUNT_WORDS[fields.length] ?? fields.length} ${fields.length === 1 ? 'thing' : 'things'} to put right`;

  return (
    <Notice ref={box} tone="bad" icon={CircleAlert} role="alert" tabIndex={-1} title={title}>
      {fields.length > 0 && (
        <ul>
          {general !== undefined && <li>{general}</li>}
          {fields.map(({ path, message }) => (
            <li key={path}>
              <button
                type="button"
                className="link min-h-7 text-left pointer-coarse:min-h-11"
                onClick={() => form.setFocus(path as Path<Values>)}
              >
                {message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
