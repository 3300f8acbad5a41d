import { cx } from './cx.js';

interface KbdProps {
  children: string;
  /** Where it is read for itself; on a button it is an extra that phones and screen readers do without. */
  always?: boolean;
}

/** A key that does this. */
export function Kbd({ children, always = false }: KbdProps) {
  return (
    <kbd
      dir="ltr"
      aria-hidden={!always || undefined}
      className={cx(
        'min-w-5.5 place-items-center rounded-s px-1.5 font-sans text-xs leading-5.5 font-medium',
        always
          ? 'inline-grid border border-line-control'
          : 'hidden bg-surface-0 text-muted lg:inline-grid pointer-coarse:hidden',
      )}
    >
      {children}
    </kbd>
  );
}
