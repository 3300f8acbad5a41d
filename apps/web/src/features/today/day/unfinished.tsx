import type { Appointment } from '@health-connect/contract/appointments';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Row, Rows } from '../../../components/rows.js';
import { timeLabel } from '../labels.js';

interface UnfinishedProps {
  appointments: readonly Appointment[];
  zone: string;
  onOpen: (id: string) => void;
}

/** Over by the clock, but not closed: until the doctor says how they ended, they count as neither held nor missed. */
export function Unfinished({ appointments, zone, onOpen }: UnfinishedProps) {
  if (appointments.length === 0) return null;
  return (
    <section aria-labelledby="unfinished-title">
      <h2 id="unfinished-title">How did they end?</h2>
      <p className="mt-1 text-sm text-muted">These are over, but not closed. Complete them, or say that nobody came.</p>
      <Rows className="mt-2">
        {appointments.map((appointment) => (
          <Row
            key={appointment._id}
            lead={
              <Avatar
                id={appointment.patientId._id}
                name={appointment.patientId.name}
                src={appointment.patientId.avatar}
              />
            }
            title={<bdi>{appointment.patientId.name}</bdi>}
            detail={<time dateTime={appointment.startsAt}>{timeLabel(appointment, zone)}</time>}
            end={
              <Button onClick={() => onOpen(appointment._id)}>
                Close visit<span className="sr-only"> of {appointment.patientId.name}</span>
              </Button>
            }
          />
        ))}
      </Rows>
    </section>
  );
}
