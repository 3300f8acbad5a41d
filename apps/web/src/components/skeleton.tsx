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

interface PersonRowsProps {
  count: number;
  /** How wide the picture is. */
  picture?: string;
  /** How wide the two lines beside it are. */
  lines: readonly [string, string];
  /** Of the second line. */
  height?: string;
  className?: string;
}

/** Rows of a picture with two lines beside it, as lists of people have. */
export function PersonRowsSkeleton({ count, picture = '2.5rem', lines, height, className = 'gap-4' }: PersonRowsProps) {
  return Array.from({ length: count }, (_, row) => (
    <div key={row} className={cx('flex items-center', className)}>
      <Skeleton round width={picture} />
      <div className="grid flex-1 gap-2">
        <Skeleton width={lines[0]} />
        <Skeleton width={lines[1]} {...(height && { height })} />
      </div>
    </div>
  ));
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
