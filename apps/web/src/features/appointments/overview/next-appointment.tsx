import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { CircleDot } from 'lucide-react';
import { Avatar } from '../../../components/avatar.js';
import { Clocks } from '../../../components/clocks.js';
import { Panel } from '../../../components/panel.js';
import { clocksFor, formatRange, ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { otherOf, type Reader, otherZoneOf, whoseOf } from '../../../resources/appointments/reader.js';
import { DetailsLink } from '../details/details-link.js';
import type { Ask } from '../dialogs/actions.js';
import { lineOf } from '../labels.js';
import { AppointmentBadge } from '../row/appointment-badge.js';
import { AppointmentMenu } from '../row/appointment-menu.js';
import { JoinConsult } from '../row/join-consult.js';

interface NextAppointmentProps {
  appointment: Appointment;
  reader: Reader;
  ask: Ask;
}

/** The appointment that comes next: with whom, when on both clocks, and the way in. */
export function NextAppointment({ appointment, reader, ask }: NextAppointmentProps) {
  const now = useNow();
  const { _id, name, avatar } = otherOf(appointment, reader);
  const { own, other } = clocksFor(appointment.startsAt, otherZoneOf(appointment, reader), whoseOf(reader));
  const time = formatRange(appointment.startsAt, appointment.endsAt, ownZone(), now);

  return (
    <Panel
      aria-labelledby="next-title"
      className="grid items-center gap-x-10 gap-y-4 min-[64rem]:grid-cols-[minmax(0,1fr)_auto_auto]"
    >
      <div className="flex items-start gap-4">
        <Avatar id={_id} name={name} src={avatar} size={3.5} />
        <div className="min-w-0 flex-1">
          {appointment.can.join ? (
            <p className="flex items-center gap-1.5 text-sm font-semibold text-success">
              <CircleDot aria-hidden="true" />
              {t`The room is open`}
            </p>
          ) : (
            <AppointmentBadge appointment={appointment} reader={reader} />
          )}
          <h2 id="next-title" className="mt-0.5 wrap-anywhere">
            <DetailsLink appointment={appointment}>
              <bdi>{name}</bdi>
            </DetailsLink>
          </h2>
          <p className="text-sm wrap-anywhere text-muted">{lineOf(appointment, reader)}</p>
        </div>
        <AppointmentMenu appointment={appointment} reader={reader} ask={ask} />
      </div>
      <Clocks own={{ ...own, time }} other={other} />
      {appointment.status === 'scheduled' && (
        <div className="grid min-w-44 gap-2 text-center">
          <JoinConsult appointment={appointment} reader={reader} now={now} />
        </div>
      )}
    </Panel>
  );
}
