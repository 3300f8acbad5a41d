import type { ComponentProps } from 'react';
import { cx } from './cx.js';

/** The thing to do now. One a page; never one inside another. */
export function Panel({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={cx('panel rounded-l bg-surface-1 p-4 md:p-6', className)} />;
}

/** A titled part of a page, with room above it. */
export function Section({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={cx('mt-10 [&>h2]:mb-3', className)} />;
}
