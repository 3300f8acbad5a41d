import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.js';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  label: ReactNode;
}

export function Checkbox({ label, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx('inline-flex min-h-control cursor-pointer items-center gap-2 text-sm', className)}>
      <input {...rest} type="checkbox" className="check-box" />
      {label}
    </label>
  );
}
