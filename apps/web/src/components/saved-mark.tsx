import { t } from '@lingui/core/macro';
import { CloudCheck, CloudUpload, TriangleAlert } from 'lucide-react';
import { awayOf, messageOf } from '../lib/api-error.js';
import type { SaveState } from '../lib/autosave.js';
import { formatTime, ownZone } from '../lib/time.js';
import { TryAgain } from './try-again.js';

interface SavedMarkProps {
  save: SaveState;
  /** Two versions of a text wait for the person's decision. */
  isUndecided: boolean;
  /** What it says before anything was saved here. */
  idle: string;
  onRetry: () => void;
}

/** How what is typed stands with the server, and another try where it could not be saved. */
export function SavedMark(props: SavedMarkProps) {
  const { save, onRetry } = props;
  return (
    <div className="grid gap-2 text-sm text-muted">
      <p role="status" className="inline-flex min-w-0 items-center gap-[5px]">
        {save.status === 'saved' && <CloudCheck aria-hidden="true" />}
        {(save.status === 'unsaved' || save.status === 'saving') && <CloudUpload aria-hidden="true" />}
        {save.status === 'failed' && <TriangleAlert aria-hidden="true" className="text-warn" />}
        {savedWords(props)}
      </p>
      {save.status === 'failed' && <TryAgain away={awayOf(save.error)} onRetry={onRetry} />}
    </div>
  );
}

function savedWords({ save, isUndecided, idle }: SavedMarkProps): string {
  if (isUndecided) return t`Not saved: two texts wait for your decision.`;
  switch (save.status) {
    case 'saved':
      return save.at === null ? idle : savedAt(formatTime(save.at, ownZone()));
    case 'unsaved':
      return t`Not saved yet`;
    case 'saving':
      return t`Saving…`;
    case 'failed':
      return notSaved(messageOf(save.error));
  }
}

const savedAt = (time: string) => t`Saved ${time}`;
const notSaved = (why: string) => t`Not saved. ${why} Your words are still here.`;
