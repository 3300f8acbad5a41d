import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.js';

interface EmptyStateProps {
  icon: LucideIcon;
  /** "No visits yet" */
  title: ReactNode;
  /** What this place is for, and the next step. */
  children: ReactNode;
  /** The next step as a button or link. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cx('grid justify-items-center gap-2 px-4 py-12 text-center', className)}>
      <Icon aria-hidden="true" className="mb-2 size-8 stroke-[1.5] text-muted" />
      <h2 className="text-md tracking-[-0.006em]">{title}</h2>
      <div className="max-w-[44ch] text-muted">{children}</div>
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
