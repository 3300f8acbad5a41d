import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.js';
import { IconButton } from './icon-button.js';
import { SCRIM, SHEET } from './overlay-style.js';
import { useOverlayOpen } from './use-overlay-open.js';
import { useReturnFocus } from './use-return-focus.js';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What it is about, in a sentence; read out with the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, the affirmative one last. */
  actions?: ReactNode;
  /** Wider than a question, for a form. */
  wide?: boolean;
}

/** A dialog in the middle; on a phone a sheet from below. Keeps focus inside and gives it back on closing. */
export function Dialog({ open, onOpenChange, title, description, children, actions, wide = false }: DialogProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={useOverlayOpen(open)} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          {...returnFocus}
          className={cx(SHEET, wide ? 'md:max-w-xl' : 'md:max-w-md')}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <header className="flex items-start gap-3">
            <Radix.Title className="flex-1 text-lg">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t`Close`} icon={<X />} className="-mt-2 -me-2" />
            </Radix.Close>
          </header>
          {description !== undefined && (
            <Radix.Description className="-mt-2 text-muted">{description}</Radix.Description>
          )}
          {children}
          {actions && <footer className="flex flex-wrap justify-end gap-2 pt-1">{actions}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
