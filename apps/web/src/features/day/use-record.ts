import type { Appointment } from '@health-connect/contract/appointments';
import { useEffect, useState } from 'react';
import { useChangeVisit } from './use-live-visits.js';

export interface RecordDraft {
  notes: string;
  summary: string;
}

const PAUSE_MS = 1_500;

/** A completed visit's notes only grow: what is written then is added below them. */
const isClosed = ({ status }: Appointment) => status === 'completed';

/**
 * The doctor's words on a visit. They save themselves in a pause of typing; after completion only when told to, because
 * each addendum stands for good.
 */
export function useRecord(visit: Appointment) {
  const closed = isClosed(visit);
  const stored: RecordDraft = { notes: closed ? '' : (visit.notes ?? ''), summary: visit.summary };
  const [edited, setEdited] = useState<Partial<RecordDraft>>({});
  const { mutateAsync, isPending, error, reset } = useChangeVisit();
  const draft = { ...stored, ...edited };
  const unsaved = draft.notes !== stored.notes || draft.summary !== stored.summary;

  const save = async () => {
    if (!unsaved) return;
    const sent = draft;
    const change = {
      ...(sent.notes !== stored.notes && { notes: sent.notes }),
      ...(sent.summary !== stored.summary && { summary: sent.summary }),
    };
    await mutateAsync({ id: visit._id, change });
    // What was typed meanwhile stays unsaved.
    setEdited((now) => ({
      ...(now.notes !== undefined && now.notes !== sent.notes && { notes: now.notes }),
      ...(now.summary !== undefined && now.summary !== sent.summary && { summary: now.summary }),
    }));
  };

  useEffect(() => {
    if (closed || !unsaved || isPending || error) return;
    const timer = setTimeout(() => void save().catch(() => undefined), PAUSE_MS);
    return () => clearTimeout(timer);
  });

  return {
    draft,
    closed,
    unsaved,
    saving: isPending,
    error,
    save,
    write: (part: Partial<RecordDraft>) => {
      reset();
      setEdited({ ...edited, ...part });
    },
  };
}

export type VisitRecord = ReturnType<typeof useRecord>;
