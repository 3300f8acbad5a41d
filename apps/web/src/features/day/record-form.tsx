import { type Appointment, doctorChange as fields } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { Check, Lock } from 'lucide-react';
import { Button } from '../../components/button.js';
import { Field, FieldError } from '../../components/field.js';
import { TextArea } from '../../components/text-area.js';
import { messageOf } from '../../lib/api-error.js';
import type { VisitRecord } from './use-record.js';

interface RecordFormProps {
  visit: Appointment;
  record: VisitRecord;
}

/** Private notes and the summary that the patient reads. */
export function RecordForm({ visit, record }: RecordFormProps) {
  const { draft, closed, unsaved, saving, error, save, write } = record;
  if (!visit.can.editNotes) {
    return <p className="py-4 text-muted">This visit did not take place, so there is nothing to note.</p>;
  }
  return (
    <form
      noValidate
      className="grid gap-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save().catch(() => undefined);
      }}
    >
      {closed && visit.notes && (
        <div className="grid gap-1.5">
          <h3 className="text-sm font-medium">Your notes</h3>
          <p className="max-h-72 overflow-auto rounded-md bg-surface-2 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
            {visit.notes}
          </p>
        </div>
      )}
      <Field
        label={closed ? 'Addendum' : 'Your notes'}
        hint={
          <>
            <Lock aria-hidden="true" className="inline size-3.5" /> Only you read them.
            {closed && ' Added below your notes with today’s date; they stay as they are.'}
          </>
        }
      >
        <TextArea
          rows={closed ? 3 : 6}
          value={draft.notes}
          maxLength={limitsOf(fields.notes).maxLength}
          onChange={(event) => write({ notes: event.target.value })}
        />
      </Field>
      <Field label="Summary for the patient" hint={`${visit.patientId.name} reads it after the visit.`}>
        <TextArea
          rows={4}
          value={draft.summary}
          maxLength={limitsOf(fields.summary).maxLength}
          onChange={(event) => write({ summary: event.target.value })}
        />
      </Field>
      <div role="alert">{error && <FieldError>{messageOf(error)} Your words are still here.</FieldError>}</div>
      <div className="flex items-center justify-end gap-3">
        <p role="status" className="mr-auto flex items-center gap-1.5 text-sm text-muted">
          {saving && 'Saving'}
          {!saving && !unsaved && (
            <>
              <Check aria-hidden="true" /> Saved
            </>
          )}
          {!saving && unsaved && 'Not saved yet'}
        </p>
        <Button type="submit" variant="primary" busy={saving} disabled={!unsaved && !saving}>
          Save record
        </Button>
      </div>
    </form>
  );
}
