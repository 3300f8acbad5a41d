import type { Appointment } from '@health-connect/contract/appointments';
import type { RoomClosedReason } from '@health-connect/contract/consults';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Star } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { params, paths } from '../../../lib/paths.js';
import type { ConsultRole } from '../participants.js';
import { otherOf } from '../../../resources/appointments/reader.js';
import { homeOf, TopLine } from '../top-line.js';
import { closedLabels } from '../labels.js';

export type ConsultEnd = RoomClosedReason | 'left';

interface ConsultOverProps {
  appointment: Appointment;
  role: ConsultRole;
  end: ConsultEnd;
  /** The other one may still be inside, past the time at which the door closes. */
  goesOn: boolean;
  onReturn: () => void;
}

/** After the visit: why it ended here, and what comes next. */
export function ConsultOver({ appointment, role, end, goesOn, onReturn }: ConsultOverProps) {
  const other = otherOf(appointment, role);
  const { name } = other;
  // The doctor may complete it a moment after everybody left.
  const { title, text } = closedLabels(appointment.status === 'completed' ? 'completed' : end, role, name);
  const { review } = appointment.can;
  const join = appointment.can.join || goesOn;

  return (
    <>
      <TopLine role={role} wayOut={t`Close`} />
      <div className="m-auto grid w-full max-w-112 gap-6 px-4 pb-16">
        <div role="status" className="grid gap-2">
          <p className="text-sm text-muted">
            <Trans>
              Visit with <bdi>{name}</bdi>
            </Trans>
          </p>
          <h1 className="text-xl">{title}</h1>
          <p className="text-muted">{text}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {review && (
            <ButtonLink
              to={`${paths.appointments}?${params.appointment}=${appointment._id}`}
              variant="primary"
              icon={<Star aria-hidden="true" />}
            >
              {t`Rate the visit`}
            </ButtonLink>
          )}
          {join && (
            <Button variant={review ? 'neutral' : 'primary'} onClick={onReturn}>
              {end === 'taken_over' ? t`Take it back here` : t`Return to the visit`}
            </Button>
          )}
          <ButtonLink to={homeOf(role)} variant={join || review ? 'neutral' : 'primary'}>
            {role === 'doctor' ? t`Your day` : t`Your appointments`}
          </ButtonLink>
          <ButtonLink to={paths.conversation(other._id)} variant="quiet">
            {t`Write a message`}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
