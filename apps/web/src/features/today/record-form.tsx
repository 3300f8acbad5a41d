import type { Appointment } from '@health-connect/contract/appointments';
import { Button } from '../../components/button.js';
import { RecordFields } from '../../components/record/record-fields.js';
import { SavedMark } from '../../components/record/saved-mark.js';
import type { RecordEditing } from '../../components/record/use-record-editor.js';

interface RecordFormProps {
  appointment: Appointment;
  record: RecordEditing;
}

/** Private notes and the summary that the patient reads. */
export function RecordForm({ appointment, record }: RecordFormProps) {
  const { editor, state } = record;
  const saving = state.save.status === 'saving';
  return (
    <form
      noValidate
      className="grid gap-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save().catch(() => undefined);
      }}
    >
      <RecordFields appointment={appointment} record={record} />
      <SavedMark record={record} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={saving} disabled={state.save.status === 'saved'}>
          Save record
        </Button>
      </div>
    </form>
  );
}
