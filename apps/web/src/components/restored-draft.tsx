import { History } from 'lucide-react';
import { formatDay, formatTime, ownZone } from '../lib/time.js';
import { useNow } from '../lib/use-now.js';

interface RestoredDraftProps {
  /** When it was typed, epoch ms; null while nothing was restored. */
  at: number | null;
  /** Goes back to what is saved. */
  onDiscard: () => void;
}

/** Says quietly that unsaved words came back, and lets them go. */
export function RestoredDraft({ at, onDiscard }: RestoredDraftProps) {
  const now = useNow();
  if (at === null) return null;
  const zone = ownZone();
  const day = formatDay(at, zone);
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
      <History aria-hidden="true" />
      <span>
        Draft from {day === formatDay(now, zone) ? '' : `${day}, `}
        <span className="tabular-nums">{formatTime(at, zone)}</span> restored
      </span>
      <span aria-hidden="true">·</span>
      <button type="button" className="link min-h-7 pointer-coarse:min-h-11" onClick={onDiscard}>
        Discard
      </button>
    </p>
  );
}
