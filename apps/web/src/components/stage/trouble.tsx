import { t } from '@lingui/core/macro';
import { RotateCw, WifiOff } from 'lucide-react';
import { Button } from '../button.js';
import { cx } from '../cx.js';
import type { PersonOnStage } from './person-on-stage.js';
import { PLATE } from './plate.js';

/** Says that the connection to somebody is being made or mended, or that it could not be, and what then. */
export function Trouble({ person: { name, state, retry } }: { person: PersonOnStage }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-4 top-18 z-10 grid justify-items-center">
      {(state.status === 'new' || state.status === 'connecting') && (
        <p className={PLATE}>{t`Connecting to ${name}…`}</p>
      )}
      {state.status === 'reconnecting' && (
        <p className={cx(PLATE, 'inline-flex items-center gap-2')}>
          <span className="spin" aria-hidden="true" />
          {t`The connection to ${name} dropped. We bring it back…`}
        </p>
      )}
      {state.status === 'failed' && (
        <div className={cx(PLATE, 'pointer-events-auto grid max-w-96 justify-items-center gap-3 p-4 text-center')}>
          <WifiOff aria-hidden="true" className="size-6" />
          <p>{state.help}</p>
          <Button icon={<RotateCw aria-hidden="true" />} onClick={retry}>
            {t`Connect again`}
          </Button>
        </div>
      )}
    </div>
  );
}
