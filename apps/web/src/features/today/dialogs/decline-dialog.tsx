import { type Appointment, doctorChange as fields } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
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
  const verb = isRequest ? 'Decline' : 'Cancel';

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${verb} the visit of ${appointment.patientId.name}?`}
      description={`${timeLabel(appointment, zone)} becomes free at once, and the patient is told. It cannot be taken back.`}
      confirmLabel={`${verb} visit`}
      cancelLabel={isRequest ? 'Not now' : 'Keep visit'}
      destructive
      onConfirm={async () => {
        await changing.mutateAsync({
          appointment,
          change: { status: 'cancelled', ...(comment.trim() && { comment }) },
        });
        toast.note(isRequest ? 'Request declined' : 'Visit cancelled');
      }}
    >
      <Field label="A word to the patient" optional hint="They read it with the news.">
        <TextArea
          value={comment}
          maxLength={limitsOf(fields.comment).maxLength}
          onChange={(event) => setComment(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
