import type { LiveConsult } from '@health-connect/contract/consults';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Video } from 'lucide-react';
import { Link, useLocation } from 'react-router-dom';
import { formatElapsed } from '../../lib/elapsed.js';
import { paths } from '../../lib/paths.js';
import { useNow } from '../../lib/use-now.js';
import { useConsultsGoingOn } from '../../resources/consults/queries.js';

/** A consult that goes on lies on top of every page but its own, in every tab (ROOM-6). */
export function ConsultBar() {
  const goingOn = useConsultsGoingOn();
  const { pathname } = useLocation();
  return goingOn
    .filter(({ appointmentId }) => paths.consult(appointmentId) !== pathname)
    .map((consult) => <Bar key={consult.appointmentId} consult={consult} />);
}

function Bar({ consult: { appointmentId, with: other, startedAt, until } }: { consult: LiveConsult }) {
  const now = useNow(1_000);
  const { name } = other;
  const elapsed = formatElapsed(Date.parse(startedAt), now);
  if (until !== null && now > Date.parse(until)) return null;
  return (
    <section
      aria-label={t`Live visit`}
      className="flex min-h-14 items-center gap-3 bg-accent px-4 py-2 text-sm font-medium text-on-accent"
    >
      <Video aria-hidden="true" className="flex-none" />
      <p className="min-w-0 flex-1">
        {/* However long the name: how long it goes on is never cut off. */}
        <Trans comment="Read whole where there is room; on a phone the name stands over “Visit goes on, 04:12”.">
          <span className="wrap-anywhere max-md:line-clamp-1">
            <span className="max-md:sr-only">Your visit with </span>
            <bdi className="font-semibold">{name}</bdi>
          </span>{' '}
          <span className="tabular-nums max-md:block">
            <span aria-hidden="true" className="md:hidden">
              Visit{' '}
            </span>
            goes on, {elapsed}
          </span>
        </Trans>
      </p>
      <Link
        to={paths.consult(appointmentId)}
        className="inline-flex min-h-control items-center rounded-md bg-on-accent px-4 font-semibold whitespace-nowrap text-accent no-underline"
      >
        {t`Return to visit`}
      </Link>
    </section>
  );
}
