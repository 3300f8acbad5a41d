import { doctorChange } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Field } from '../../../components/field.js';
import { TextArea } from '../../../components/text-area.js';
import { formatDay, formatTime, ownZone } from '../../../lib/time.js';
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
  const { name } = otherOf(appointment, reader);

  return (
    <ConfirmDialog
      open
      destructive
      onOpenChange={onClose}
      title={`Cancel the visit on ${day}?`}
      description={`${name} is told at once and ${time} is free for others.${
        reader === 'patient' ? ' You can book again if it is still there.' : ''
      }`}
      confirmLabel="Cancel visit"
      cancelLabel="Keep visit"
      onConfirm={async () => {
        await change({
          appointment,
          change: { status: 'cancelled', ...(comment.trim() && { comment: comment.trim() }) },
        });
        toast.note(`Visit on ${day}, ${time} cancelled`);
      }}
    >
      <Field label="Why" optional hint={`${name} can read it.`}>
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
