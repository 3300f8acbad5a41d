import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../../../components/cx.js';

interface AnswerButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: ReactNode;
  label: string;
  tone: 'yes' | 'no' | 'neutral';
}

const TONE = {
  yes: 'bg-accent text-on-accent group-hover:bg-accent-hover',
  no: 'bg-danger-fill text-on-danger-fill group-hover:bg-danger-fill-hover',
  neutral: 'bg-surface-3',
};

/** Large and round, its word below, as on a telephone. */
export function AnswerButton({ icon, label, tone, ...rest }: AnswerButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className="group grid min-w-18 justify-items-center gap-1.5 text-sm font-medium disabled:opacity-60"
    >
      <span className={cx('grid size-14 place-items-center rounded-full [&_svg]:size-5.5', TONE[tone])}>{icon}</span>
      {label}
    </button>
  );
}
