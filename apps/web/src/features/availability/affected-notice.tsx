import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '../../components/button-link.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { params, paths } from '../../lib/paths.js';
import { formatWhen } from '../../lib/time.js';
import { useAffected } from '../../resources/schedule/affected.js';

/** Booked appointments that the new hours leave outside: nothing was cancelled, each waits for the doctor's word. */
export function AffectedNotice({ timeZone }: { timeZone: string }) {
  const { affected, settle } = useAffected();
  const box = useRef<HTMLDivElement>(null);
  const known = useRef(affected.length);

  // A save named new ones: the doctor may stand far below, where the button is.
  useEffect(() => {
    if (affected.length > known.current) box.current?.focus();
    known.current = affected.length;
  }, [affected.length]);

  if (affected.length === 0) return null;
  const count = affected.length;
  const title = plural(count, {
    1: 'One visit falls outside your new hours',
    other: '# visits fall outside your new hours',
  });

  return (
    <Notice ref={box} tabIndex={-1} tone="wait" icon={TriangleAlert} role="status" title={title} className="mb-6">
      <p>{t`They stay booked until you deal with each one.`}</p>
      <ul role="list" className="mt-1">
        {affected.map((appointment) => {
          const { name } = appointment.patientId;
          return (
            <li key={appointment._id} className="flex flex-wrap items-center gap-x-3">
              <bdi className="font-semibold">{name}</bdi>
              <time dateTime={appointment.startsAt}>{formatWhen(appointment.startsAt, timeZone)}</time>
              <span className="ms-auto flex">
                <ButtonLink
                  variant="quiet"
                  to={`${paths.today}?${params.date}=${appointment.date}&${params.appointment}=${appointment._id}`}
                >
                  <Trans>
                    Propose a time
                    <span className="sr-only">
                      {' '}
                      to <bdi>{name}</bdi>
                    </span>
                  </Trans>
                </ButtonLink>
                <Button variant="quiet" onClick={() => settle(appointment._id)}>
                  <Trans>
                    Keep
                    <span className="sr-only">
                      {' '}
                      the visit of <bdi>{name}</bdi>
                    </span>
                  </Trans>
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
