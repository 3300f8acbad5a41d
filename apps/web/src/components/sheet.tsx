import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.js';
import { IconButton } from './icon-button.js';
import { SCRIM } from './overlay-style.js';
import { useOverlayOpen } from './use-overlay-open.js';
import { useReturnFocus } from './use-return-focus.js';

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}

const PLACE =
  'sheet fixed z-50 flex flex-col bg-surface-1 shadow-float rise inset-x-0 bottom-0 max-h-[92dvh] rounded-t-l ' +
  'md:inset-y-0 md:end-0 md:start-auto md:max-h-none md:w-panel md:rounded-none md:rounded-s-l';

/** More of the same page: from the end of the line on a desk, from below on a phone. For a question use Dialog. */
export function Sheet({ open, onOpenChange, title, children, actions }: SheetProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open={useOverlayOpen(open)} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content {...returnFocus} className={PLACE} aria-describedby={undefined}>
          <header className="flex items-center gap-3 py-3 pe-3 ps-5">
            <Radix.Title className="flex-1 text-lg">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t`Close`} icon={<X />} />
            </Radix.Close>
          </header>
          <div className={cx('min-h-0 flex-1 overflow-auto px-5', !actions && 'pb-5')}>{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 px-5 pt-3 pb-[calc(1rem+env(safe-area-inset-bottom))]">
              {actions}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
