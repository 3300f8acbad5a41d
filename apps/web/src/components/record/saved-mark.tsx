import { CloudCheck, CloudUpload, TriangleAlert } from 'lucide-react';
import { awayOf, messageOf } from '../../lib/api-error.js';
import { formatTime, ownZone } from '../../lib/time.js';
import { TryAgain } from '../try-again.js';
import type { RecordState } from './record-editor.js';
import type { RecordEditing } from './use-record-editor.js';

/** How the words stand with the server, and another try where they could not be saved. */
export function SavedMark({ record: { editor, state } }: { record: RecordEditing }) {
  const { save } = state;
  const again = () => void editor.save().catch(() => undefined);
  return (
    <div className="grid gap-2 text-sm text-muted">
      <p role="status" className="inline-flex min-w-0 items-center gap-[5px]">
        {save.status === 'saved' && <CloudCheck aria-hidden="true" />}
        {(save.status === 'unsaved' || save.status === 'saving') && <CloudUpload aria-hidden="true" />}
        {save.status === 'failed' && <TriangleAlert aria-hidden="true" className="text-warn" />}
        {savedWords(state)}
      </p>
      {save.status === 'failed' && <TryAgain away={awayOf(save.error)} onRetry={again} />}
    </div>
  );
}

function savedWords({ save, base, theirs }: RecordState): string {
  if (Object.keys(theirs).length > 0) return 'Not saved: two texts wait for your decision.';
  switch (save.status) {
    case 'saved':
      if (save.at !== null) return `Saved ${formatTime(save.at, ownZone())}`;
      return base.closed ? 'Nothing unsaved' : 'Saved as you write';
    case 'unsaved':
      return 'Not saved yet';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved. ${messageOf(save.error)} Your words are still here.`;
  }
}
