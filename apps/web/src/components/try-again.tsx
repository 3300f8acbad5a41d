import { t } from '@lingui/core/macro';
import { RotateCw } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Away } from '../lib/api-error.js';
import { whenBack } from '../lib/when-back.js';
import { Button } from './button.js';

interface TryAgainProps {
  /** See `awayOf`; null draws nothing. */
  away: Away | null;
  /** Sends what is in the form now; told whether it goes by itself. */
  onRetry: (isAutomatic: boolean) => void;
}

/**
 * After a write that did not reach the server. What may be sent twice goes again by itself once the server answers;
 * anything else by this button, so that nobody does the same thing twice unknowingly.
 */
export function TryAgain({ away, onRetry }: TryAgainProps) {
  const retry = useEffectEvent(onRetry);
  useEffect(() => (away === 'repeats' ? whenBack(() => retry(true)) : undefined), [away]);

  if (!away) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="min-w-0 flex-1 basis-40">
        {away === 'repeats'
          ? t`What you wrote is kept, and sent as soon as the server answers.`
          : t`What you wrote is kept.`}
      </span>
      <Button icon={<RotateCw aria-hidden="true" />} onClick={() => onRetry(false)}>
        {t`Try again`}
      </Button>
    </div>
  );
}
