import { useState } from 'react';
import { Button } from '../../components/button.js';
import { Dialog } from '../../components/dialog.js';
import { closeRecord } from '../../components/record/close-record.js';
import { RecordFields } from '../../components/record/record-fields.js';
import { SavedMark } from '../../components/record/saved-mark.js';
import { useRecordEditor } from '../../components/record/use-record-editor.js';
import { toast } from '../../lib/toast.js';
import type { DialogProps } from './dialog-props.js';
import { useChange } from './use-change.js';

interface NotesDialogProps extends DialogProps {
  /** Saving also closes the appointment. */
  completes?: boolean;
}

/** The doctor's own notes, and the summary that the patient reads. */
export function NotesDialog({ appointment, onClose, completes = false }: NotesDialogProps) {
  const change = useChange();
  const record = useRecordEditor(appointment, (words) => change(appointment, words));
  const [working, setWorking] = useState(false);
  const { editor, state } = record;

  const close = () => {
    setWorking(true);
    void closeRecord(editor, onClose, () => setWorking(false));
  };
  // The mark below the fields says why it could not be; the dialog stays with the words.
  const complete = async () => {
    setWorking(true);
    try {
      await editor.save({ status: 'completed' });
      toast.success(`Visit with ${appointment.patientId.name} completed`);
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
      title={completes ? 'Complete the visit' : 'Notes and summary'}
      description={`Visit with ${appointment.patientId.name}`}
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
        <RecordFields appointment={appointment} record={record} />
        <SavedMark record={record} />
        <div className="flex flex-wrap justify-end gap-2">
          {completes && <Button onClick={close}>Not now</Button>}
          <Button type="submit" variant="primary" busy={working || state.save.status === 'saving'} busyLabel="Saving">
            {completes ? 'Complete visit' : 'Save and close'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
