import { type Appointment, doctorChange as fields } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Field } from '../../../components/field.js';
import { TextArea } from '../../../components/text-area.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { timeLabel } from '../labels.js';

interface DeclineDialogProps {
  appointment: Appointment;
  zone: string;
  onClose: () => void;
}

/** Declines a request or cancels a confirmed appointment, with a word to the patient. Mounted while it is open. */
export function DeclineDialog({ appointment, zone, onClose }: DeclineDialogProps) {
  const changing = useChangeAppointment();
  const [comment, setComment] = useState('');
  const isRequest = appointment.status === 'pending';
  const { name } = appointment.patientId;
  const time = timeLabel(appointment, zone);

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={
        isRequest ? (
          <Trans>
            Decline the visit of <bdi>{name}</bdi>?
          </Trans>
        ) : (
          <Trans>
            Cancel the visit of <bdi>{name}</bdi>?
          </Trans>
        )
      }
      description={t`${time} becomes free at once, and the patient is told. It cannot be taken back.`}
      confirmLabel={isRequest ? t`Decline visit` : t`Cancel visit`}
      cancelLabel={isRequest ? t`Not now` : t`Keep visit`}
      destructive
      onConfirm={async () => {
        await changing.mutateAsync({
          appointment,
          change: { status: 'cancelled', ...(comment.trim() && { comment }) },
        });
        toast.note(() => (isRequest ? t`Request declined` : t`Visit cancelled`));
      }}
    >
      <Field label={t`A word to the patient`} optional hint={t`They read it with the news.`}>
        <TextArea
          value={comment}
          maxLength={limitsOf(fields.comment).maxLength}
          onChange={(event) => setComment(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
