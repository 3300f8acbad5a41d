import type { Appointment, DoctorChange } from '@health-connect/contract/appointments';
import { useEffect, useState } from 'react';
import { useSocketEvent } from '../../lib/socket-context.js';
import { useKeptDraft } from '../../lib/use-kept-draft.js';
import { useObservable } from '../../lib/use-observable.js';
import { RecordEditor, type RecordState } from './record-editor.js';

/**
 * Notes and summary of an appointment: the same editor wherever they are written. It follows what is written elsewhere, saves
 * by itself, and finds its unsaved words again after a reload.
 * @param send Stores a change and brings the page's own copies of the appointment up to date.
 */
export function useRecordEditor(appointment: Appointment, send: (change: DoctorChange) => Promise<Appointment>) {
  const [editor] = useState(() => new RecordEditor(appointment, send));
  const state = useObservable(editor);
  const isSaved = state.save.status === 'saved';

  useEffect(() => editor.take(appointment), [editor, appointment]);
  useSocketEvent('appointment-changed', (changed) => {
    if (changed._id === appointment._id) editor.take(changed);
  });
  const restoredAt = useKeptDraft<Pick<RecordState, 'draft' | 'base'>>(
    `record:${appointment._id}`,
    isSaved ? null : { draft: state.draft, base: state.base },
    (kept) => editor.restore(kept),
  );

  useEffect(() => () => editor.leave(), [editor]);
  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [isSaved]);

  return { editor, state, restoredAt };
}

export type RecordEditing = ReturnType<typeof useRecordEditor>;
