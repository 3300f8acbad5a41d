import { plural } from '@lingui/core/macro';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { problemsOf, sayAnew } from '../lib/form-errors.js';
import { useLanguage } from '../lib/language/language.js';
import { Notice } from './notice.js';
import { TryAgain } from './try-again.js';

interface FormErrorSummaryProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
}

/** What stopped the form, on top of it and inside it; takes the focus after each try, and leads to each field. */
export function FormErrorSummary<Values extends FieldValues>({ form }: FormErrorSummaryProps<Values>) {
  const { errors, submitCount } = form.formState;
  const { fields, general, away } = problemsOf(errors);
  const failed = fields.length > 0 || general !== undefined;
  const box = useRef<HTMLDivElement>(null);

  const bySelf = useRef(false);

  useEffect(() => {
    // A try that was made by itself takes nobody away from what they are writing.
    if (submitCount > 0 && !bySelf.current) box.current?.focus();
    bySelf.current = false;
  }, [submitCount]);

  const language = useLanguage();
  const said = useRef(language);
  useEffect(() => {
    if (said.current === language) return;
    said.current = language;
    void sayAnew(form);
  }, [form, language]);

  const again = (isAutomatic: boolean) => {
    bySelf.current = isAutomatic;
    box.current?.closest('form')?.requestSubmit();
  };

  if (submitCount === 0 || !failed) return null;
  const title = fields.length === 0 ? general : toPutRight(fields.length);

  return (
    <Notice ref={box} tone="bad" icon={CircleAlert} role="alert" tabIndex={-1} title={title}>
      {fields.length > 0 && (
        <ul>
          {general !== undefined && <li>{general}</li>}
          {fields.map(({ path, message }) => (
            <li key={path}>
              <button
                type="button"
                className="link min-h-7 text-start pointer-coarse:min-h-11"
                onClick={() => form.setFocus(path as Path<Values>)}
              >
                {message}
              </button>
            </li>
          ))}
        </ul>
      )}
      <TryAgain key={submitCount} away={away} onRetry={again} />
    </Notice>
  );
}

const toPutRight = (count: number) =>
  plural(count, {
    1: 'One thing to put right',
    2: 'Two things to put right',
    3: 'Three things to put right',
    4: 'Four things to put right',
    5: 'Five things to put right',
    6: 'Six things to put right',
    7: 'Seven things to put right',
    other: '# things to put right',
  });
