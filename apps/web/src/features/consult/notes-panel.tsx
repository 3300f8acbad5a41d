import { type Appointment, doctorChange } from '@health-connect/contract/appointments';
import { limitsOf } from '@health-connect/contract/fields';
import { useQuery } from '@tanstack/react-query';
import { CloudCheck, CloudUpload, Eye, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.js';
import { Field } from '../../components/field.js';
import { Notice } from '../../components/notice.js';
import { TextArea } from '../../components/text-area.js';
import { messageOf } from '../../lib/api-error.js';
import { formatTime, ownZone } from '../../lib/time.js';
import { patientQuery } from './api.js';
import type { SaveState } from './autosave.js';
import { firstNameOf } from './parties.js';
import type { Notes } from './use-notes.js';

/** What the doctor needs beside the picture: warnings, the patient's words, and room to write. */
export function NotesPanel({ appointment, notes }: { appointment: Appointment; notes: Notes }) {
  const { patientId: patient, reason, symptoms } = appointment;
  const { draft, save, change, flush } = notes;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 content-start gap-5 overflow-auto px-5 py-4">
        <Warnings patientId={patient._id} />
        {(reason || symptoms) && (
          <div className="text-sm">
            <h2 className="text-sm font-medium tracking-normal">In their words</h2>
            <p className="mt-0.5 whitespace-pre-wrap text-muted wrap-anywhere">
              {[reason, symptoms].filter(Boolean).join('\n')}
            </p>
          </div>
        )}
        <Field label={<Shown label="Notes" icon={<Lock />} to="only you" />}>
          <TextArea
            rows={7}
            className="min-h-42! text-sm!"
            maxLength={limitsOf(doctorChange.notes).maxLength}
            value={draft.notes}
            onChange={(event) => change({ notes: event.target.value })}
          />
        </Field>
        <Field label={<Shown label="Summary" icon={<Eye />} to={`${firstNameOf(patient.name)} sees this`} />}>
          <TextArea
            rows={4}
            className="min-h-26! text-sm!"
            maxLength={limitsOf(doctorChange.summary).maxLength}
            value={draft.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        </Field>
      </div>
      <SavedMark save={save} onRetry={() => void flush().catch(() => undefined)} />
    </div>
  );
}

/** Who reads what is written here. */
function Shown({ label, icon, to }: { label: string; icon: ReactNode; to: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {label}
      <span className="inline-flex items-center gap-1 text-muted [&_svg]:size-[1em]">
        <span aria-hidden="true">{icon}</span>
        {to}
      </span>
    </span>
  );
}

function Warnings({ patientId }: { patientId: string }) {
  const { data: patient, isError } = useQuery(patientQuery(patientId));
  if (isError) {
    return (
      <Notice tone="wait" icon={TriangleAlert} title="The medical profile did not load">
        <p>Ask about allergies.</p>
      </Notice>
    );
  }
  if (!patient) return null;

  const { allergies, age, bloodGroup } = patient;
  const facts = [age !== null && `${age} years`, bloodGroup && `Blood group ${bloodGroup}`].filter(Boolean).join(', ');
  return allergies ? (
    <Notice tone="bad" icon={TriangleAlert} title={<span className="wrap-anywhere">Allergies: {allergies}</span>}>
      {facts && <p className="text-muted">{facts}</p>}
    </Notice>
  ) : (
    <p className="text-sm text-muted">{['No allergies are noted', facts].filter(Boolean).join('. ')}.</p>
  );
}

function SavedMark({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  return (
    <div className="flex min-h-16 items-center gap-3 border-t border-line px-5 py-3 text-sm text-muted">
      <p role="status" className="inline-flex min-w-0 items-center gap-[5px]">
        {save.status === 'saved' && <CloudCheck aria-hidden="true" />}
        {(save.status === 'unsaved' || save.status === 'saving') && <CloudUpload aria-hidden="true" />}
        {save.status === 'failed' && <TriangleAlert aria-hidden="true" className="text-warn" />}
        {savedWords(save)}
      </p>
      {save.status === 'failed' && (
        <Button className="ms-auto" onClick={onRetry}>
          Save again
        </Button>
      )}
    </div>
  );
}

function savedWords(save: SaveState): string {
  switch (save.status) {
    case 'saved':
      return save.at === null ? 'Saved as you write' : `Saved ${formatTime(save.at, ownZone())}`;
    case 'unsaved':
      return 'Not saved yet';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved. ${messageOf(save.error)}`;
  }
}
