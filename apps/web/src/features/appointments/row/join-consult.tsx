import type { Appointment } from '@health-connect/contract/appointments';
import { MessageCircle, Video } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { paths } from '../../../lib/paths.js';
import { formatDay, formatTime, useOwnZone } from '../../../lib/time.js';
import { otherOf, type Reader } from '../../../resources/appointments/reader.js';
import { countdown } from '../moments.js';

interface JoinConsultProps {
  appointment: Appointment;
  reader: Reader;
  now: number;
}

/** The way into the appointment: its room once it is open, until then when it will be; a chat is always open. */
export function JoinConsult({ appointment, reader, now }: JoinConsultProps) {
  const zone = useOwnZone();
  const starts = countdown(appointment, now);
  if (appointment.mode === 'chat') {
    return (
      <>
        <ButtonLink
          variant="primary"
          size="big"
          icon={<MessageCircle />}
          to={paths.conversation(otherOf(appointment, reader)._id)}
        >
          Open the chat
        </ButtonLink>
        {starts && <p className="text-sm text-muted">{starts}</p>}
      </>
    );
  }
  if (appointment.can.join) {
    return (
      <>
        <ButtonLink variant="primary" size="big" icon={<Video />} to={paths.consult(appointment._id)}>
          Join visit
        </ButtonLink>
        {starts && <p className="text-sm text-muted">{starts}</p>}
      </>
    );
  }
  return (
    <>
      <Button size="big" icon={<Video />} disabled aria-describedby="opens">
        Join visit
      </Button>
      <p id="opens" className="text-sm text-muted">
        Opens {formatDay(appointment.joinFrom, zone, now).replace(/^To/, 'to')},{' '}
        {formatTime(appointment.joinFrom, zone)}
      </p>
    </>
  );
}
