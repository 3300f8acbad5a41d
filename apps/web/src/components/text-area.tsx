import type { ComponentProps } from 'react';
import { cx } from './cx.js';
import { useFieldWiring } from './field-context.js';

/** Grows with its text where the browser can. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const wiring = useFieldWiring(rest);
  return (
    <textarea
      {...rest}
      {...wiring}
      rows={rows}
      className={cx('input block max-h-72 resize-y [field-sizing:content]', rows > 1 && 'min-h-20', className)}
    />
  );
}
