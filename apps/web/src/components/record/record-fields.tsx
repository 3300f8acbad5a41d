import { type Appointment, doctorChange as fields } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { Eye, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx.js';
import { Field } from '../field.js';
import { RestoredDraft } from '../restored-draft.js';
import { TextArea } from '../text-area.js';
import type { Field as WordsField } from './record-editor.js';
import { TwoTexts } from './two-texts.js';
import type { RecordEditing } from './use-record-editor.js';

interface RecordFieldsProps {
  appointment: Appointment;
  record: RecordEditing;
  /** Beside the picture of an appointment, where there is little room. */
  dense?: boolean;
}

/** Private notes, and the summary that the patient reads. */
export function RecordFields({ appointment, record, dense = false }: RecordFieldsProps) {
  const { editor, state, restoredAt } = record;
  const { closed } = state.base;
  const textOf = (field: WordsField) => {
    const theirs = state.theirs[field];
    return (
      <>
        <TextArea
          rows={dense ? (field === 'notes' ? 7 : 4) : closed && field === 'notes' ? 3 : 5}
          className={cx(dense && 'text-sm!', dense && (field === 'notes' ? 'min-h-42!' : 'min-h-26!'))}
          maxLength={limitsOf(fields[field]).maxLength}
          value={state.draft[field]}
          onChange={(event) => editor.change({ [field]: event.target.value })}
        />
        {theirs !== undefined && (
          <TwoTexts mine={state.draft[field]} theirs={theirs} onSettle={(text) => editor.settle(field, text)} />
        )}
      </>
    );
  };

  return (
    <>
      <RestoredDraft at={restoredAt} onDiscard={() => editor.discard()} />
      {closed && appointment.notes && (
        <div className="grid gap-1.5">
          <h3 className="text-sm font-medium">Your notes</h3>
          <p className="max-h-72 overflow-auto rounded-md bg-surface-2 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
            {appointment.notes}
          </p>
        </div>
      )}
      <Field
        label={<Shown label={closed ? 'Addendum' : 'Notes'} icon={<Lock />} to="only you" />}
        {...(closed && { hint: 'Added below your notes with today’s date; they stay as they are.' })}
      >
        {textOf('notes')}
      </Field>
      <Field label={<Shown label="Summary" icon={<Eye />} to={`${appointment.patientId.name} reads it`} />}>
        {textOf('summary')}
      </Field>
    </>
  );
}

/** Who reads what is written here. */
function Shown({ label, icon, to }: { label: string; icon: ReactNode; to: string }) {
  return (
    <span className="wrap-anywhere">
      {label}{' '}
      <span className="text-muted [&_svg]:inline [&_svg]:size-[1em]">
        <span aria-hidden="true">{icon}</span> {to}
      </span>
    </span>
  );
}
