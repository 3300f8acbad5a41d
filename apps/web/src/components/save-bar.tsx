import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from './button.js';

interface SaveBarProps {
  /** What changed: "Thursday and Friday changed". */
  detail: string;
  /** A verb with its thing: "Save hours". */
  saveLabel: string;
  saving: boolean;
  onUndo: () => void;
  /** Leave out inside a form: the button submits it. */
  onSave?: () => void;
}

/** Stays in sight below a form as long as something is not saved. */
export function SaveBar({ detail, saveLabel, saving, onUndo, onSave }: SaveBarProps) {
  return (
    <div className="sticky bottom-[calc(var(--bar)+env(safe-area-inset-bottom))] z-15 mt-8 flex items-center gap-x-3 gap-y-2 border-t border-line bg-surface-0 py-2 md:bottom-0 md:flex-wrap md:py-3">
      <p className="me-auto text-sm" role="status">
        <Trans>
          <span className="font-semibold">Not saved yet</span>
          <span className="text-muted max-md:sr-only">, {detail}</span>
        </Trans>
      </p>
      <Button variant="plain" disabled={saving} onClick={onUndo}>
        {t`Undo`}
      </Button>
      <Button
        type={onSave ? 'button' : 'submit'}
        variant="primary"
        busy={saving}
        busyLabel={t`Saving`}
        onClick={() => onSave?.()}
      >
        {saveLabel}
      </Button>
    </div>
  );
}
