import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { FieldError } from '../../../components/field.js';
import { TryAgain } from '../../../components/try-again.js';
import { awayOf, messageOf } from '../../../lib/api-error.js';
import { firstNameOf } from '../../../lib/first-name.js';

/** How the doctor says that a visit ended. */
export type Leaving = 'complete' | 'step-out' | 'close';

interface LeaveDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  appointment: Appointment;
  /** Rejects where it could not be done; then the visit goes on. */
  onLeave: (how: Leaving) => Promise<void>;
}

type Progress = { how: Leaving; error?: unknown } | null;

/** The doctor is asked how the visit ended: leaving, ending and completing are three things. */
export function LeaveDialog({ open, onOpenChange, appointment, onLeave }: LeaveDialogProps) {
  const [progress, setProgress] = useState<Progress>(null);
  const name = firstNameOf(appointment.patientId.name);
  const working = progress !== null && progress.error === undefined;

  const leave = (how: Leaving) => async () => {
    setProgress({ how });
    try {
      await onLeave(how);
    } catch (error) {
      setProgress({ how, error });
    }
  };
  const button = (how: Leaving) => ({
    busy: working && progress.how === how,
    disabled: working && progress.how !== how,
  });

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!working) setProgress(null);
        if (!working) onOpenChange(next);
      }}
      title={t`How did the visit end?`}
      description={
        <Trans>
          <bdi>{name}</bdi> sees that you left.
        </Trans>
      }
    >
      <div className="grid gap-2">
        {appointment.can.complete ? (
          <Button variant="primary" size="big" {...button('complete')} onClick={() => void leave('complete')()}>
            {t`Completed, close the room`}
          </Button>
        ) : (
          <p className="text-sm text-muted">{t`You can complete it once its time has come.`}</p>
        )}
        <Button size="big" {...button('step-out')} onClick={() => void leave('step-out')()}>
          {t`Step out, I come back`}
        </Button>
        <Button size="big" {...button('close')} onClick={() => void leave('close')()}>
          {t`End for everyone, complete later`}
        </Button>
        <Button variant="plain" disabled={working} onClick={() => onOpenChange(false)}>
          {t`Stay`}
        </Button>
      </div>
      <div role="alert" className="empty:hidden">
        {progress?.error !== undefined && <FieldError>{messageOf(progress.error)}</FieldError>}
      </div>
      {progress?.error !== undefined && (
        <TryAgain away={awayOf(progress.error)} onRetry={() => void leave(progress.how)()} />
      )}
    </Dialog>
  );
}
