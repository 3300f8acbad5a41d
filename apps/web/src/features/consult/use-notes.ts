import type { Appointment } from '@health-connect/contract/appointments';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useObservable } from '../../components/visit/use-observable.js';
import { type Autosave, createAutosave } from './autosave.js';
import { appointmentKey, changeAppointment } from './api.js';

export interface NotesDraft {
  /** The doctor's own. */
  notes: string;
  /** What the patient reads. */
  summary: string;
}

/** Notes and summary of a visit, saved while they are written. */
export function useNotes({ _id, notes = '', summary }: Appointment) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<NotesDraft>({ notes, summary });
  const [autosave] = useState<Autosave<NotesDraft>>(() =>
    createAutosave(async (next) => {
      client.setQueryData(appointmentKey(_id), await changeAppointment(_id, next));
    }),
  );
  const save = useObservable(autosave);
  const isSaved = save.status === 'saved';

  useEffect(() => {
    const flush = () => void autosave.flush().catch(() => undefined);
    return flush;
  }, [autosave]);

  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [isSaved]);

  return {
    draft,
    save,
    change: (part: Partial<NotesDraft>) => {
      const next = { ...draft, ...part };
      setDraft(next);
      autosave.change(next);
    },
    flush: () => autosave.flush(),
  };
}

export type Notes = ReturnType<typeof useNotes>;
