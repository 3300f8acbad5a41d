import type { Appointment } from '@health-connect/contract/appointments';
import type { ReactNode } from 'react';
import { Badge } from '../../components/badge.js';
import { Rating } from '../../components/rating.js';
import { STATUS } from './status.js';
import { timeLabel } from './words.js';
import { formatRange } from '../../lib/time.js';

/** When, how, and in whose words. */
export function VisitFacts({ visit, zone }: { visit: Appointment; zone: string }) {
  const { tone, icon, words } = STATUS[visit.status];
  const { proposed } = visit;
  return (
    <dl className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <dt className="sr-only">Time and state</dt>
        <dd className="font-medium tabular-nums">{formatRange(visit.startsAt, visit.endsAt, zone)}</dd>
        <dd>
          <Badge tone={tone} icon={icon}>
            {words}
          </Badge>
        </dd>
      </div>
      {proposed && (
        <Fact label="You proposed">
          {timeLabel(proposed, zone)}. Without an answer until {timeLabel({ startsAt: proposed.answerBy }, zone)}, the
          visit stays where it is.
        </Fact>
      )}
      <Fact label="How">{visit.mode === 'video' ? 'Video' : 'Chat'}</Fact>
      <Fact label="Reason">{visit.reason}</Fact>
      <Fact label="Symptoms">{visit.symptoms}</Fact>
      <Fact label="Comment">{visit.comment}</Fact>
      {visit.rating !== null && (
        <Fact label="Review">
          <Rating value={visit.rating} /> {visit.review}
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
