import { cx } from './cx.js';

/**
 * primary: the one action of the page. soft: the affirmative when the primary is elsewhere. neutral: everything else.
 * quiet: accent words. plain: muted words. danger: ends or destroys. danger-quiet: the way to a destructive question.
 */
export type ButtonVariant = 'primary' | 'soft' | 'neutral' | 'quiet' | 'plain' | 'danger' | 'danger-quiet';
export type ButtonSize = 'normal' | 'big' | 'icon';

const BASE =
  'pressable inline-flex items-center justify-center gap-2 rounded-md font-semibold leading-tight text-center no-underline ' +
  'transition-[opacity,transform] active:translate-y-px ' +
  'disabled:active:translate-y-0 aria-disabled:active:translate-y-0';

const SIZE: Record<ButtonSize, string> = {
  normal: 'min-h-control px-4 py-1 text-sm',
  big: 'min-h-12 px-6 py-1 text-md',
  icon: 'size-control flex-none text-sm',
};

const OFF = 'disabled:bg-surface-2 disabled:text-disabled';
const OFF_BARE = 'disabled:bg-transparent disabled:text-disabled';

const VARIANT: Record<ButtonVariant, string> = {
  primary: `bg-accent text-on-accent hover:bg-accent-hover ${OFF}`,
  soft: `bg-accent-soft text-on-accent-soft hover:inset-ring-[1.5px] hover:inset-ring-accent ${OFF}`,
  neutral: `bg-surface-2 text-ink hover:bg-surface-3 ${OFF}`,
  quiet: `text-accent-ink hover:bg-surface-2 ${OFF_BARE}`,
  plain: `text-muted hover:bg-surface-2 hover:text-ink ${OFF_BARE}`,
  danger: `bg-danger-fill text-on-danger-fill hover:bg-danger-fill-hover ${OFF}`,
  'danger-quiet': `text-danger hover:bg-danger-soft ${OFF_BARE}`,
};

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as its container. */
  wide?: boolean;
}

/** The classes of a button, for what is not a <button>: a link, a file input's label. */
export const buttonClass = ({ variant = 'neutral', size = 'normal', wide }: ButtonLook = {}, className?: string) =>
  cx(BASE, SIZE[size], VARIANT[variant], wide && 'w-full', className);
