import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { History } from 'lucide-react';
import { formatTime, formatWhen, nearDay, ownZone } from '../lib/time.js';
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
  const when = nearDay(at, zone, now) === 'today' ? formatTime(at, zone) : formatWhen(at, zone);
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
      <History aria-hidden="true" />
      <span>
        <Trans>
          Draft from <span className="tabular-nums">{when}</span> restored
        </Trans>
      </span>
      <span aria-hidden="true">·</span>
      <button type="button" className="link min-h-7 pointer-coarse:min-h-11" onClick={onDiscard}>
        {t`Discard`}
      </button>
    </p>
  );
}
