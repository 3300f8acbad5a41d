import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { Badge } from '../../../components/badge.js';
import { Rating } from '../../../components/rating.js';
import { formatRange } from '../../../lib/time.js';
import { STATUS_LABELS } from '../../../resources/appointments/status-labels.js';
import { reasonName } from '../../../resources/appointments/usual-reasons.js';
import { timeLabel } from '../labels.js';

/** When, how, and in whose words. */
export function AppointmentFacts({ appointment, zone }: { appointment: Appointment; zone: string }) {
  const { tone, icon, label } = STATUS_LABELS[appointment.status].day;
  const { proposed } = appointment;
  return (
    <dl className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <dt className="sr-only">{t`Time and state`}</dt>
        <dd className="font-medium tabular-nums">{formatRange(appointment.startsAt, appointment.endsAt, zone)}</dd>
        <dd>
          <Badge tone={tone} icon={icon}>
            {label}
          </Badge>
        </dd>
      </div>
      {proposed && (
        <Fact label={t`You proposed`}>
          {proposedLine(timeLabel(proposed, zone), timeLabel({ startsAt: proposed.answerBy }, zone))}
        </Fact>
      )}
      <Fact label={t`How`}>{appointment.mode === 'video' ? t`Video` : t`Chat`}</Fact>
      <Fact label={t`Reason`}>{appointment.reason && <bdi>{reasonName(appointment.reason)}</bdi>}</Fact>
      <Fact label={t`Symptoms`}>{appointment.symptoms && <bdi>{appointment.symptoms}</bdi>}</Fact>
      <Fact label={t`Comment`}>{appointment.comment && <bdi>{appointment.comment}</bdi>}</Fact>
      {appointment.rating !== null && (
        <Fact label={t`Review`}>
          <Rating value={appointment.rating} /> <bdi>{appointment.review}</bdi>
        </Fact>
      )}
    </dl>
  );
}

const proposedLine = (time: string, answerBy: string) =>
  t`${time}. Without an answer until ${answerBy}, the visit stays where it is.`;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{children}</dd>
    </div>
  );
}
