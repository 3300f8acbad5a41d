import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { useKeptDraft } from '../../lib/use-kept-draft.js';
import { useObservable } from '../../lib/use-observable.js';
import { useUnloadGuard } from '../../lib/use-unload-guard.js';
import { useChangeAppointment } from '../appointments/mutations.js';
import { RecordEditor, type RecordState } from './record-editor.js';

/**
 * Notes and summary of an appointment: the same editor wherever they are written. It follows what is written elsewhere,
 * saves by itself, and finds its unsaved words again after a reload.
 * @param appointment As the cache has it now.
 * @returns The editor, and what <RecordFields> and <SavedMark> show of it.
 */
export function useRecordEditor(appointment: Appointment) {
  const { mutateAsync } = useChangeAppointment();
  const [editor] = useState(() => new RecordEditor(appointment, (change) => mutateAsync({ appointment, change })));
  const state = useObservable(editor);
  const isSaved = state.save.status === 'saved';

  useEffect(() => editor.take(appointment), [editor, appointment]);
  const restoredAt = useKeptDraft<Pick<RecordState, 'draft' | 'base'>>(
    `record:${appointment._id}`,
    isSaved ? null : { draft: state.draft, base: state.base },
    (kept) => editor.restore(kept),
  );
  useEffect(() => () => editor.leave(), [editor]);
  useUnloadGuard(!isSaved);

  const { draft, theirs, save, base } = state;
  return {
    editor,
    save,
    fields: {
      draft,
      theirs,
      isClosed: base.closed,
      notes: appointment.notes ?? '',
      patientName: appointment.patientId.name,
      restoredAt,
      onChange: (part: Partial<RecordState['draft']>) => editor.change(part),
      onSettle: (field: keyof RecordState['draft'], text: string) => editor.settle(field, text),
      onDiscard: () => editor.discard(),
    },
    mark: {
      save,
      isUndecided: Object.keys(theirs).length > 0,
      idle: base.closed ? t`Nothing unsaved` : t`Saved as you write`,
      onRetry: () => void editor.save().catch(() => undefined),
    },
  };
}

export type RecordEditing = ReturnType<typeof useRecordEditor>;
