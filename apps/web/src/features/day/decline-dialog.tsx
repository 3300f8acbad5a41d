import { type Appointment, doctorChange as fields } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { Field } from '../../components/field.js';
import { TextArea } from '../../components/text-area.js';
import { toast } from '../../lib/toast.js';
import { useChangeVisit } from './use-live-visits.js';
import { timeLabel } from './words.js';

interface DeclineDialogProps {
  visit: Appointment;
  zone: string;
  onClose: () => void;
}

/** Declines a request or cancels a confirmed visit, with a word to the patient. Mounted while it is open. */
export function DeclineDialog({ visit, zone, onClose }: DeclineDialogProps) {
  const changing = useChangeVisit();
  const [comment, setComment] = useState('');
  const isRequest = visit.status === 'pending';
  const verb = isRequest ? 'Decline' : 'Cancel';

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${verb} the visit of ${visit.patientId.name}?`}
      description={`${timeLabel(visit, zone)} becomes free at once, and the patient is told. It cannot be taken back.`}
      confirmLabel={`${verb} visit`}
      cancelLabel={isRequest ? 'Not now' : 'Keep visit'}
      destructive
      onConfirm={async () => {
        await changing.mutateAsync({
          id: visit._id,
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
