import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.js';

/** A list with a hairline between its rows. Children are Row, or any <li>. */
export function Rows({ className, ...rest }: ComponentProps<'ul'>) {
  // Safari forgets that an unstyled list is one; the role says it again.
  return <ul role="list" {...rest} className={cx('divide-y divide-line', className)} />;
}

interface RowProps {
  /** A face or an icon. */
  lead?: ReactNode;
  /** One line of what matters. */
  title: ReactNode;
  /** One line of detail. */
  detail?: ReactNode;
  /** State, then what can be done. */
  end?: ReactNode;
  className?: string;
}

/** Who, detail, action at the end; the end moves below on a phone. */
export function Row({ lead, title, detail, end, className }: RowProps) {
  return (
    <li className={cx('flex flex-wrap items-center gap-x-4 gap-y-2 py-4 md:flex-nowrap', className)}>
      {lead}
      <div className="min-w-0 flex-1 basis-48">
        <div className="font-medium">{title}</div>
        {detail !== undefined && <div className="mt-0.5 text-sm text-muted">{detail}</div>}
      </div>
      {end && <div className="flex flex-wrap items-center gap-2">{end}</div>}
    </li>
  );
}
