import { cx } from './cx.js';

interface ProgressBarProps {
  /** What is being done: "Sending the photo". */
  label: string;
  /** 0 to 1; leave out while it cannot be told. */
  value?: number;
  className?: string;
}

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cx('h-1.5 overflow-hidden rounded-full bg-surface-3', className)}
    >
      <div
        className="h-full rounded-full bg-accent-mid transition-transform ltr:origin-left rtl:origin-right"
        style={{ transform: `scaleX(${(percent ?? 35) / 100})` }}
      />
    </div>
  );
}
