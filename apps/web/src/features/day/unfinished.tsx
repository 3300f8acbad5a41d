import type { Appointment } from '@health-connect/contract/appointments';
import { Avatar } from '../../components/avatar.js';
import { Button } from '../../components/button.js';
import { Row, Rows } from '../../components/rows.js';
import { timeLabel } from './words.js';

interface UnfinishedProps {
  visits: readonly Appointment[];
  zone: string;
  onOpen: (id: string) => void;
}

/** Over by the clock, but not closed: until the doctor says how they ended, they count as neither held nor missed. */
export function Unfinished({ visits, zone, onOpen }: UnfinishedProps) {
  if (visits.length === 0) return null;
  return (
    <section aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">How did they end?</h2>
      <p className="mt-1 text-sm text-muted">These are over, but not closed. Complete them, or say that nobody came.</p>
      <Rows className="mt-2">
        {visits.map((visit) => (
          <Row
            key={visit._id}
            lead={<Avatar id={visit.patientId._id} name={visit.patientId.name} src={visit.patientId.avatar} />}
            title={visit.patientId.name}
            detail={<time dateTime={visit.startsAt}>{timeLabel(visit, zone)}</time>}
            end={
              <Button onClick={() => onOpen(visit._id)}>
                Close visit<span className="sr-only"> of {visit.patientId.name}</span>
              </Button>
            }
          />
        ))}
      </Rows>
    </section>
  );
}
