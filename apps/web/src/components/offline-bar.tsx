import { Trans } from '@lingui/react/macro';
import { WifiOff } from 'lucide-react';
import { useOnline } from '../lib/use-online.js';

/** Says that the network is away and what still works; silent otherwise. */
export function OfflineBar() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex flex-wrap items-center gap-2 bg-surface-2 px-4 py-2 text-sm">
          <WifiOff aria-hidden="true" className="text-warn" />
          <span>
            <Trans>
              <b className="font-semibold">You are offline.</b>{' '}
              <span className="text-muted">
                What you opened before stays readable. Messages go out when you are back.
              </span>
            </Trans>
          </span>
        </p>
      )}
    </div>
  );
}
