import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.js';

/** ok: settled. wait: someone must act. bad: went wrong. neutral: over, or only a fact. */
export type Tone = 'neutral' | 'ok' | 'wait' | 'bad';

const TONE: Record<Tone, string> = {
  neutral: 'bg-surface-2 text-muted',
  ok: 'bg-success-soft text-success',
  wait: 'bg-warn-soft text-warn',
  bad: 'bg-danger-soft text-danger',
};

interface BadgeProps {
  tone?: Tone;
  icon: LucideIcon;
  children: ReactNode;
  className?: string;
}

/** A state as an icon and a word: never colour alone. */
export function Badge({ tone = 'neutral', icon: Icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-[5px] rounded-full py-[3px] pe-2 ps-1.5 text-xs leading-[1.125rem] font-semibold whitespace-nowrap',
        TONE[tone],
        className,
      )}
    >
      <Icon aria-hidden="true" className="size-3.5 stroke-2" />
      {children}
    </span>
  );
}
