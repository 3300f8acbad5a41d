import type { Appointment } from '@health-connect/contract/appointments';
import { Star } from 'lucide-react';
import { Button } from '../../components/button.js';
import { ButtonLink } from '../../components/button-link.js';
import { Rating } from '../../components/rating.js';
import { Rows } from '../../components/rows.js';
import { paths } from '../../lib/paths.js';
import type { Ask } from './actions.js';
import { cancelWords, lineOf, type Reader } from './reader.js';
import { VisitRow } from './visit-row.js';

interface PastRowsProps {
  visits: readonly Appointment[];
  reader: Reader;
  ask: Ask;
}

/** What is over: how it ended, and what a patient may want next. */
export function PastRows({ visits, reader, ask }: PastRowsProps) {
  return (
    <Rows>
      {visits.map((visit) => (
        <VisitRow
          key={visit._id}
          visit={visit}
          reader={reader}
          ask={ask}
          detail={<Ending visit={visit} reader={reader} />}
          action={reader === 'patient' && <Next visit={visit} ask={ask} />}
        />
      ))}
    </Rows>
  );
}

function Ending({ visit, reader }: { visit: Appointment; reader: Reader }) {
  if (visit.status === 'cancelled') return cancelWords(visit, reader);
  if (visit.status === 'no_show' && reader === 'patient') return 'You can still write to the doctor';
  if (visit.rating !== null) {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-1">
        {visit.summary && 'Summary shared. '}
        {reader === 'patient' ? 'You rated it' : 'Rated'}
        <Rating value={visit.rating} />
      </span>
    );
  }
  return visit.summary ? 'Summary shared' : lineOf(visit, reader);
}

function Next({ visit, ask }: { visit: Appointment; ask: Ask }) {
  if (visit.can.review) {
    return (
      <Button variant="quiet" icon={<Star />} onClick={() => ask({ kind: 'review', visit })}>
        Rate
      </Button>
    );
  }
  return (
    <ButtonLink
      variant="quiet"
      to={paths.doctor(visit.doctorId._id)}
      aria-label={`Book again with ${visit.doctorId.name}`}
    >
      Book again
    </ButtonLink>
  );
}
