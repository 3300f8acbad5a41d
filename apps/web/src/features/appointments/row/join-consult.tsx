import type { Appointment } from '@health-connect/contract/appointments';
import { select, t } from '@lingui/core/macro';
import { MessageCircle, Video } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { paths } from '../../../lib/paths.js';
import { formatTime, formatWhen, nearDay, useOwnZone } from '../../../lib/time.js';
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
          {t`Open the chat`}
        </ButtonLink>
        {starts && <p className="text-sm text-muted">{starts}</p>}
      </>
    );
  }
  if (appointment.can.join) {
    return (
      <>
        <ButtonLink variant="primary" size="big" icon={<Video />} to={paths.consult(appointment._id)}>
          {t`Join visit`}
        </ButtonLink>
        {starts && <p className="text-sm text-muted">{starts}</p>}
      </>
    );
  }
  return (
    <>
      <Button size="big" icon={<Video />} disabled aria-describedby="opens">
        {t`Join visit`}
      </Button>
      <p id="opens" className="text-sm text-muted">
        {opensWords(appointment.joinFrom, zone, now)}
      </p>
    </>
  );
}

function opensWords(joinFrom: string, zone: string, now: number): string {
  const [when, time] = [formatWhen(joinFrom, zone, now), formatTime(joinFrom, zone)];
  const day = nearDay(joinFrom, zone, now) ?? 'other';
  return select(day, { today: `Opens today, ${time}`, tomorrow: `Opens tomorrow, ${time}`, other: `Opens ${when}` });
}
