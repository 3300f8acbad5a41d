import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.js';

interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> {
  label: ReactNode;
}

/** Takes effect at once; for a choice that a form sends later, use Checkbox. */
export function Switch({ label, className, ...rest }: SwitchProps) {
  return (
    <label className={cx('inline-flex min-h-control cursor-pointer items-center gap-3 text-sm', className)}>
      <input {...rest} type="checkbox" role="switch" className="switch" />
      {label}
    </label>
  );
}
