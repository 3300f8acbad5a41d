import { t } from '@lingui/core/macro';
import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.js';
import { FieldContext } from './field-context.js';

interface FieldProps {
  label: ReactNode;
  /** One control made for fields: TextInput, PasswordInput, TextArea, Select, DatePicker. */
  children: ReactNode;
  hint?: ReactNode;
  /** A message, or react-hook-form's error of this field. */
  error?: string | { message?: string };
  /** Says "(optional)" after the label. */
  optional?: boolean;
  /** At the end of the label's line, e.g. a link. */
  action?: ReactNode;
  className?: string;
}

/** Label above, control, hint or error below, tied together for screen readers. */
export function Field({ label, children, hint, error, optional, action, className }: FieldProps) {
  const id = useId();
  const message = typeof error === 'string' ? error : error?.message;
  const describedBy = cx(hint !== undefined && `${id}-hint`, message !== undefined && `${id}-error`);

  return (
    <div className={cx('grid content-start gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          {label} {optional && <span className="text-muted">{t`(optional)`}</span>}
        </label>
        {action}
      </div>
      <FieldContext value={{ id, describedBy: describedBy || undefined, invalid: message !== undefined }}>
        {children}
      </FieldContext>
      {hint !== undefined && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      {message !== undefined && <FieldError id={`${id}-error`}>{message}</FieldError>}
    </div>
  );
}

interface NoteProps {
  id?: string;
  children: ReactNode;
}

export function FieldHint({ id, children }: NoteProps) {
  return (
    <p id={id} className="text-sm text-muted">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: NoteProps) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <CircleAlert aria-hidden="true" className="mt-px" />
      <span>{children}</span>
    </p>
  );
}
