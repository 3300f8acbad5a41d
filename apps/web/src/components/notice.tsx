import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { cx } from './cx.js';

type NoticeTone = 'neutral' | 'ok' | 'wait' | 'bad' | 'soft';

const TONE: Record<NoticeTone, { box: string; icon: string }> = {
  neutral: { box: 'bg-surface-2', icon: '' },
  ok: { box: 'bg-success-soft', icon: 'text-success' },
  wait: { box: 'bg-warn-soft', icon: 'text-warn' },
  bad: { box: 'bg-danger-soft', icon: 'text-danger' },
  soft: { box: 'bg-accent-soft', icon: 'text-accent-ink' },
};

interface NoticeProps {
  tone?: NoticeTone;
  icon: LucideIcon;
  title?: ReactNode;
  children?: ReactNode;
  /** alert interrupts, status waits its turn; leave out for what stands there from the start. */
  role?: 'alert' | 'status';
  ref?: Ref<HTMLDivElement>;
  tabIndex?: number;
  className?: string;
}

/** Something to know, inside the page. */
export function Notice({ tone = 'neutral', icon: Icon, title, children, className, ...box }: NoticeProps) {
  return (
    <div {...box} className={cx('flex gap-3 rounded-md p-4 text-sm', TONE[tone].box, className)}>
      <Icon aria-hidden="true" className={cx('mt-px', TONE[tone].icon)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
