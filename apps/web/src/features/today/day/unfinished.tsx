import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
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
      <h2 id="unfinished-title">{t`How did they end?`}</h2>
      <p className="mt-1 text-sm text-muted">{t`These are over, but not closed. Complete them, or say that nobody came.`}</p>
      <Rows className="mt-2">
        {appointments.map((appointment) => {
          const { _id, name, avatar } = appointment.patientId;
          return (
            <Row
              key={appointment._id}
              lead={<Avatar id={_id} name={name} src={avatar} />}
              title={<bdi>{name}</bdi>}
              detail={<time dateTime={appointment.startsAt}>{timeLabel(appointment, zone)}</time>}
              end={
                <Button onClick={() => onOpen(appointment._id)}>
                  <Trans>
                    Close visit
                    <span className="sr-only">
                      {' '}
                      of <bdi>{name}</bdi>
                    </span>
                  </Trans>
                </Button>
              }
            />
          );
        })}
      </Rows>
    </section>
  );
}
