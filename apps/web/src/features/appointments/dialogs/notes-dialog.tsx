import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import { RecordFields } from '../../../components/record-fields.js';
import { SavedMark } from '../../../components/saved-mark.js';
import { toast } from '../../../lib/toast.js';
import { useAppointment } from '../../../resources/appointments/queries.js';
import { closeRecord } from '../../../resources/records/close-record.js';
import { useRecordEditor } from '../../../resources/records/use-record-editor.js';
import type { DialogProps } from './dialog-props.js';

interface NotesDialogProps extends DialogProps {
  /** Saving also closes the appointment. */
  completes?: boolean;
}

/** The doctor's own notes, and the summary that the patient reads. */
export function NotesDialog({ appointment: asked, onClose, completes = false }: NotesDialogProps) {
  const appointment = useAppointment(asked);
  const record = useRecordEditor(appointment);
  const { name } = appointment.patientId;
  const [working, setWorking] = useState(false);
  const { editor, save } = record;

  const close = () => {
    setWorking(true);
    void closeRecord(editor, onClose, () => setWorking(false));
  };
  // The mark below the fields says why it could not be; the dialog stays with the words.
  const complete = async () => {
    setWorking(true);
    try {
      await editor.save({ status: 'completed' });
      toast.success(t`Visit with ${name} completed`);
      onClose();
    } catch {
      setWorking(false);
    }
  };

  return (
    <Dialog
      open
      wide
      onOpenChange={close}
      title={completes ? t`Complete the visit` : t`Notes and summary`}
      description={
        <Trans>
          Visit with <bdi>{name}</bdi>
        </Trans>
      }
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (completes) void complete();
          else close();
        }}
      >
        <RecordFields {...record.fields} />
        <SavedMark {...record.mark} />
        <div className="flex flex-wrap justify-end gap-2">
          {completes && <Button onClick={close}>{t`Not now`}</Button>}
          <Button type="submit" variant="primary" busy={working || save.status === 'saving'} busyLabel={t`Saving`}>
            {completes ? t`Complete visit` : t`Save and close`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
