import { doctorChange as fields } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { t } from '@lingui/core/macro';
import { Eye, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.js';
import { Field } from './field.js';
import { RestoredDraft } from './restored-draft.js';
import { TextArea } from './text-area.js';
import { TwoTexts } from './two-texts.js';

interface Words {
  notes: string;
  summary: string;
}

interface RecordFieldsProps {
  draft: Words;
  /** Texts that were changed elsewhere in a way that does not go together with what is here. */
  theirs: Partial<Words>;
  /** What stands can only be added to. */
  isClosed: boolean;
  /** What stands as notes. */
  notes: string;
  patientName: string;
  /** When the words in it were typed, if they came back after a reload. */
  restoredAt: number | null;
  onChange: (part: Partial<Words>) => void;
  onSettle: (field: keyof Words, text: string) => void;
  onDiscard: () => void;
  /** Beside the picture of a consult, where there is little room. */
  dense?: boolean;
}

/** Private notes, and the summary that the patient reads. */
export function RecordFields(props: RecordFieldsProps) {
  const { draft, theirs, isClosed, notes, patientName, restoredAt, dense = false } = props;
  const textOf = (field: keyof Words) => {
    const other = theirs[field];
    return (
      <>
        <TextArea
          rows={dense ? (field === 'notes' ? 7 : 4) : isClosed && field === 'notes' ? 3 : 5}
          className={cx(dense && 'text-sm!', dense && (field === 'notes' ? 'min-h-42!' : 'min-h-26!'))}
          maxLength={limitsOf(fields[field]).maxLength}
          value={draft[field]}
          onChange={(event) => props.onChange({ [field]: event.target.value })}
        />
        {other !== undefined && (
          <TwoTexts mine={draft[field]} theirs={other} onSettle={(text) => props.onSettle(field, text)} />
        )}
      </>
    );
  };

  return (
    <>
      <RestoredDraft at={restoredAt} onDiscard={props.onDiscard} />
      {isClosed && notes && (
        <div className="grid gap-1.5">
          <h3 className="text-sm font-medium">{t`Your notes`}</h3>
          <p className="max-h-72 overflow-auto rounded-md bg-surface-2 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
            {notes}
          </p>
        </div>
      )}
      <Field
        label={<Shown label={isClosed ? t`Addendum` : t`Notes`} icon={<Lock />} to={t`only you`} />}
        {...(isClosed && { hint: t`Added below your notes with today’s date; they stay as they are.` })}
      >
        {textOf('notes')}
      </Field>
      <Field label={<Shown label={t`Summary`} icon={<Eye />} to={t`${patientName} reads it`} />}>
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
