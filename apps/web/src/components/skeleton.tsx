import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx.js';

interface LoadingProps {
  /** What is coming, for screen readers: "Loading doctors". */
  label: string;
  /** Skeletons in the layout of what comes. */
  children: ReactNode;
  className?: string;
}

/** Holds the place of what is coming; shown once the wait is longer than 200 ms. */
export function Loading({ label, children, className }: LoadingProps) {
  return (
    <div role="status" aria-label={label} className={cx('appear-late', className)}>
      {children}
    </div>
  );
}

interface SkeletonProps {
  /** Any CSS length; a line of text is 60% by default. */
  width?: CSSProperties['width'];
  height?: CSSProperties['height'];
  /** A circle of this width. */
  round?: boolean;
  className?: string;
}

export function Skeleton({ width = '60%', height = '0.875rem', round, className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={cx('block max-w-full bg-surface-2', round ? 'flex-none rounded-full' : 'rounded-s', className)}
      style={{ width, height: round ? width : height }}
    />
  );
}
