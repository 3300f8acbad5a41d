import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { awayOf, messageOf } from '../lib/api-error.js';
import { Button } from './button.js';
import { cx } from './cx.js';
import { FieldError } from './field.js';
import { SCRIM, SHEET } from './overlay-style.js';
import { TryAgain } from './try-again.js';
import { useOverlayOpen } from './use-overlay-open.js';
import { useReturnFocus } from './use-return-focus.js';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question: "Cancel the visit on Fri 27 Nov?" */
  title: ReactNode;
  /** What will happen. */
  description: ReactNode;
  /** The verb of the question: "Cancel visit". */
  confirmLabel: string;
  /** The way out, as a verb too: "Keep visit". */
  cancelLabel: string;
  /** Closes the dialog when it succeeds; a failure is shown inside and can be tried again. */
  onConfirm: () => Promise<unknown>;
  /** It ends or destroys: the button is red. */
  destructive?: boolean;
  /** E.g. a Field for a reason. */
  children?: ReactNode;
}

type Progress = { state: 'asking' } | { state: 'working' } | { state: 'failed'; error: unknown };

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, cancelLabel, onConfirm, destructive, children } = props;
  const [progress, setProgress] = useState<Progress>({ state: 'asking' });
  const returnFocus = useReturnFocus();
  const working = progress.state === 'working';

  const change = (next: boolean) => {
    if (working) return;
    setProgress({ state: 'asking' });
    onOpenChange(next);
  };

  const confirm = async () => {
    setProgress({ state: 'working' });
    try {
      await onConfirm();
      setProgress({ state: 'asking' });
      onOpenChange(false);
    } catch (error) {
      setProgress({ state: 'failed', error });
    }
  };

  return (
    <Radix.Root open={useOverlayOpen(open)} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content {...returnFocus} className={cx(SHEET, 'md:max-w-md')}>
          <Radix.Title className="text-lg">{title}</Radix.Title>
          <Radix.Description className="-mt-2 text-muted">{description}</Radix.Description>
          {children}
          <div role="alert">{progress.state === 'failed' && <FieldError>{messageOf(progress.error)}</FieldError>}</div>
          {progress.state === 'failed' && <TryAgain away={awayOf(progress.error)} onRetry={() => void confirm()} />}
          <footer className="flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button disabled={working}>{cancelLabel}</Button>
            </Radix.Cancel>
            <Button variant={destructive ? 'danger' : 'primary'} busy={working} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
