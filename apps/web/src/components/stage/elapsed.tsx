import { Trans } from '@lingui/react/macro';
import { formatElapsed } from '../../lib/elapsed.js';
import { useNow } from '../../lib/use-now.js';
import { cx } from '../cx.js';
import { PLATE } from './plate.js';

/** How long it has been going on; `since` in epoch ms. */
export function Elapsed({ since, className }: { since: number; className?: string }) {
  const elapsed = formatElapsed(since, useNow(1_000));
  return (
    <p className={cx(PLATE, 'inline-flex min-h-9 flex-none items-center tabular-nums', className)}>
      <Trans>
        <span className="sr-only">Elapsed </span>
        <time>{elapsed}</time>
      </Trans>
    </p>
  );
}
