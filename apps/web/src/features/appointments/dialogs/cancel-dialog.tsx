import { doctorChange } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Field } from '../../../components/field.js';
import { TextArea } from '../../../components/text-area.js';
import { formatDay, formatTime, formatWhen, ownZone } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { otherOf } from '../../../resources/appointments/reader.js';
import type { DialogProps } from './dialog-props.js';

/** Asks once, saying what will happen; the other one can be told why. */
export function CancelDialog({ appointment, reader, onClose }: DialogProps) {
  const [comment, setComment] = useState('');
  const { mutateAsync: change } = useChangeAppointment();
  const day = formatDay(appointment.startsAt, ownZone());
  const time = formatTime(appointment.startsAt, ownZone());
  const when = formatWhen(appointment.startsAt, ownZone());
  const { name } = otherOf(appointment, reader);

  return (
    <ConfirmDialog
      open
      destructive
      onOpenChange={onClose}
      title={t`Cancel the visit on ${day}?`}
      description={
        reader === 'patient' ? (
          <Trans>
            <bdi>{name}</bdi> is told at once and {time} is free for others. You can book again if it is still there.
          </Trans>
        ) : (
          <Trans>
            <bdi>{name}</bdi> is told at once and {time} is free for others.
          </Trans>
        )
      }
      confirmLabel={t`Cancel visit`}
      cancelLabel={t`Keep visit`}
      onConfirm={async () => {
        await change({
          appointment,
          change: { status: 'cancelled', ...(comment.trim() && { comment: comment.trim() }) },
        });
        toast.note(t`Visit on ${when} cancelled`);
      }}
    >
      <Field
        label={t`Why`}
        optional
        hint={
          <Trans>
            <bdi>{name}</bdi> can read it.
          </Trans>
        }
      >
        <TextArea
          rows={2}
          maxLength={limitsOf(doctorChange.comment).maxLength}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
