import type { ComponentProps } from 'react';
import { cx } from './cx.js';

interface ChipProps extends ComponentProps<'button'> {
  pressed?: boolean;
}

/** A filter that is on or off. Several in a row stand in one `flex flex-wrap gap-2`. */
export function Chip({ pressed = false, className, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={pressed}
      className={cx(
        'inline-flex min-h-control flex-none items-center gap-1.5 rounded-full px-3 text-sm font-medium whitespace-nowrap',
        pressed
          ? 'bg-accent-soft text-on-accent-soft inset-ring-[1.5px] inset-ring-accent'
          : 'bg-surface-2 hover:bg-surface-3',
        className,
      )}
    />
  );
}
