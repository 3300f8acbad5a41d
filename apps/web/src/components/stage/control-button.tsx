import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../cx.js';

interface ControlButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: ReactNode;
  label: string;
  /** What it stands for is off, or what it opens is open. */
  lit?: boolean;
  /** How many are new behind it. */
  count?: number;
  /** Ends the visit or call. */
  ends?: boolean;
  /** The words only for screen readers, where there is little room. */
  bare?: boolean;
}

const ROUND = 'grid h-12 place-items-center rounded-full transition-opacity [&_svg]:size-5.5 group-disabled:opacity-50';

/** A round button that lies on a picture, its word below. */
export function ControlButton({ icon, label, lit, count = 0, ends, bare, className, ...rest }: ControlButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        'group relative grid justify-items-center gap-[5px] text-xs font-medium text-video-ink',
        bare ? 'min-w-12' : 'min-w-[min(4rem,15.5vw)] md:min-w-17',
        className,
      )}
    >
      <span className={cx(ROUND, ends ? 'w-14 md:w-16' : 'w-12', colourOf(lit, ends))}>{icon}</span>
      <span
        className={bare ? 'sr-only' : 'max-w-[min(4rem,15vw)] truncate in-data-compact:max-lg:sr-only md:max-w-none'}
      >
        {label}
      </span>
      {count > 0 && (
        <span className="absolute -top-0.5 end-2 min-w-4.5 rounded-full bg-video-accent px-1 leading-4.5 font-semibold text-video-chrome">
          <Trans>
            {count}
            <span className="sr-only"> unread</span>
          </Trans>
        </span>
      )}
    </button>
  );
}

function colourOf(lit = false, ends = false) {
  if (ends) return 'bg-danger-fill text-on-danger-fill group-hover:bg-danger-fill-hover';
  return lit
    ? 'bg-video-ink text-video-chrome group-hover:opacity-90'
    : 'bg-video-control group-hover:bg-video-control-hover';
}
