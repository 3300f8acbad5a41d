import type { Appointment } from '@health-connect/contract/appointments';
import type { ReactNode } from 'react';
import { Badge } from '../../../components/badge.js';
import { Rating } from '../../../components/rating.js';
import { formatRange } from '../../../lib/time.js';
import { STATUS_LABELS } from '../../../resources/appointments/status-labels.js';
import { timeLabel } from '../labels.js';

/** When, how, and in whose words. */
export function AppointmentFacts({ appointment, zone }: { appointment: Appointment; zone: string }) {
  const { tone, icon, label } = STATUS_LABELS[appointment.status].day;
  const { proposed } = appointment;
  return (
    <dl className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <dt className="sr-only">Time and state</dt>
        <dd className="font-medium tabular-nums">{formatRange(appointment.startsAt, appointment.endsAt, zone)}</dd>
        <dd>
          <Badge tone={tone} icon={icon}>
            {label}
          </Badge>
        </dd>
      </div>
      {proposed && (
        <Fact label="You proposed">
          {timeLabel(proposed, zone)}. Without an answer until {timeLabel({ startsAt: proposed.answerBy }, zone)}, the
          visit stays where it is.
        </Fact>
      )}
      <Fact label="How">{appointment.mode === 'video' ? 'Video' : 'Chat'}</Fact>
      <Fact label="Reason">{appointment.reason && <bdi>{appointment.reason}</bdi>}</Fact>
      <Fact label="Symptoms">{appointment.symptoms && <bdi>{appointment.symptoms}</bdi>}</Fact>
      <Fact label="Comment">{appointment.comment && <bdi>{appointment.comment}</bdi>}</Fact>
      {appointment.rating !== null && (
        <Fact label="Review">
          <Rating value={appointment.rating} /> {appointment.review}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{children}</dd>
    </div>
  );
}
