import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '../../components/button-link.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { params, paths } from '../../lib/paths.js';
import { formatClock } from '../../lib/time.js';
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
  const title =
    affected.length === 1
      ? 'One visit falls outside your new hours'
      : `${affected.length} visits fall outside your new hours`;

  return (
    <Notice ref={box} tabIndex={-1} tone="wait" icon={TriangleAlert} role="status" title={title} className="mb-6">
      <p>They stay booked until you deal with each one.</p>
      <ul role="list" className="mt-1">
        {affected.map((appointment) => {
          const { name } = appointment.patientId;
          const { day, time } = formatClock(appointment.startsAt, timeZone);
          return (
            <li key={appointment._id} className="flex flex-wrap items-center gap-x-3">
              <bdi className="font-semibold">{name}</bdi>
              <time dateTime={appointment.startsAt}>
                {day}, {time}
              </time>
              <span className="ms-auto flex">
                <ButtonLink
                  variant="quiet"
                  to={`${paths.today}?${params.date}=${appointment.date}&${params.appointment}=${appointment._id}`}
                >
                  Propose a time<span className="sr-only"> to {name}</span>
                </ButtonLink>
                <Button variant="quiet" onClick={() => settle(appointment._id)}>
                  Keep<span className="sr-only"> the visit of {name}</span>
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
