import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.js';
import { useFieldWiring } from './field-context.js';

interface TextInputProps extends ComponentProps<'input'> {
  /** A quiet icon at the start, e.g. a magnifier. */
  icon?: ReactNode;
}

/** What is written so in every language. */
const LEFT_TO_RIGHT = new Set(['email', 'tel', 'url', 'password']);

export function TextInput({ icon, className, type = 'text', ...rest }: TextInputProps) {
  const wiring = useFieldWiring(rest);
  const input = (
    <input
      dir={LEFT_TO_RIGHT.has(type) ? 'ltr' : undefined}
      {...rest}
      {...wiring}
      type={type}
      className={cx('input', icon !== undefined && 'ps-11', className)}
    />
  );
  if (icon === undefined) return input;
  return (
    <span className="relative block">
      <span className="pointer-events-none absolute inset-y-0 start-3 grid place-items-center text-muted">{icon}</span>
      {input}
    </span>
  );
}
