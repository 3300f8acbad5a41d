import type { ReactNode } from 'react';
import { useDocumentTitle } from '../lib/use-document-title.js';
import { cx } from './cx.js';

interface PageProps {
  /** For the browser's tab; also read out when the page changes. */
  title: string;
  children: ReactNode;
  className?: string;
}

/** The column that every ordinary page stands in. It is inside the layout's <main>. */
export function Page({ title, children, className }: PageProps) {
  useDocumentTitle(title);
  return <div className={cx('page', className)}>{children}</div>;
}
