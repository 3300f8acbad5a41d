import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx.js';
import { useFieldWiring } from './field-context.js';

interface SelectProps extends ComponentProps<'select'> {
  /** Without a frame, for a choice inside a line of words. */
  slim?: boolean;
}

const SLIM =
  '[field-sizing:content] min-h-control max-w-full rounded-md bg-transparent py-1 ps-2 pe-7 text-sm font-medium text-muted hover:bg-surface-2 hover:text-ink';

/** The browser's own select: the best picker on a phone, and complete by keyboard. Children are <option>s. */
export function Select({ slim = false, className, children, ...rest }: SelectProps) {
  const wiring = useFieldWiring(rest);
  return (
    <span className={cx('relative', slim ? 'inline-block max-w-full' : 'block')}>
      <select {...rest} {...wiring} className={cx('appearance-none', slim ? SLIM : 'input pe-8', className)}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className={cx('pointer-events-none absolute inset-y-0 my-auto size-4 text-muted', slim ? 'end-2' : 'end-3')}
      />
    </span>
  );
}
