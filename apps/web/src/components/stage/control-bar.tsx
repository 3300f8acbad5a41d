import { t } from '@lingui/core/macro';
import { type ReactNode, useRef } from 'react';
import { cx } from '../cx.js';

interface ControlBarProps {
  /** Out of sight, because nobody has moved for a while. */
  hidden: boolean;
  /** Above the buttons. */
  notes: ReactNode;
  children: ReactNode;
  /** A panel is open beside it: on a phone the buttons keep their place with less of it, their words for screen readers. */
  compact?: boolean;
}

/** The buttons of a visit. A finger that touches the hidden bar brings it back and presses nothing. */
export function ControlBar({ hidden, notes, children, compact = false }: ControlBarProps) {
  const onlyShows = useRef(false);
  return (
    <div
      className={cx(
        // Beside the buttons the picture stays within reach.
        'pointer-events-none absolute inset-x-0 bottom-4 z-20 grid justify-items-center gap-2 *:pointer-events-auto',
        'transition-opacity duration-(--calm)',
        hidden && 'not-focus-within:opacity-0',
        compact && 'max-lg:bottom-2',
      )}
      data-compact={compact || undefined}
      onPointerDownCapture={({ pointerType }) => {
        onlyShows.current = hidden && pointerType !== 'mouse';
      }}
      onClickCapture={(event) => {
        if (onlyShows.current) event.stopPropagation();
        onlyShows.current = false;
      }}
    >
      {notes}
      <div
        role="toolbar"
        aria-label={t`Controls`}
        className="flex max-w-[calc(100%-1rem)] justify-center rounded-[1.5rem] bg-video-plate px-1 pt-3 pb-2 in-data-compact:max-lg:py-1 md:gap-1 md:px-3"
      >
        {children}
      </div>
    </div>
  );
}
