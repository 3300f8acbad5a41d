import type { Appointment } from '@health-connect/contract/appointments';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Clocks } from '../../components/clocks.js';
import { ErrorState } from '../../components/error-state.js';
import { Rating } from '../../components/rating.js';
import { Sheet } from '../../components/sheet.js';
import { Loading, Skeleton } from '../../components/skeleton.js';
import { params } from '../../lib/paths.js';
import { clocksFor, formatRange, ownZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import type { Ask } from './actions.js';
import { appointmentQuery } from './api.js';
import { lineOf, otherOf, type Reader, otherZoneOf, whoseOf } from './reader.js';
import { VisitBadge } from './visit-badge.js';
import { VisitButtons } from './visit-buttons.js';
import { VisitHistory } from './visit-history.js';

/** One visit in full, over the list, while the address names it. */
export function VisitDetails({ reader, ask }: { reader: Reader; ask: Ask }) {
  const [search, setSearch] = useSearchParams();
  const id = search.get(params.visit);
  const { data: visit, error, isPending, refetch } = useQuery({ ...appointmentQuery(id ?? ''), enabled: id !== null });
  const close = () =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete(params.visit);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );

  return (
    <Sheet open={id !== null} onOpenChange={close} title={visit ? otherOf(visit, reader).name : 'Visit'}>
      {isPending && (
        <Loading label="Loading the visit" className="grid grid-cols-1 gap-3">
          <Skeleton width="8rem" />
          <Skeleton width="14rem" />
          <Skeleton width="18rem" />
        </Loading>
      )}
      {!visit && error && <ErrorState title="The visit did not load" error={error} onRetry={() => void refetch()} />}
      {visit && <Details visit={visit} reader={reader} ask={ask} />}
    </Sheet>
  );
}

function Details({ visit, reader, ask }: { visit: Appointment; reader: Reader; ask: Ask }) {
  const now = useNow();
  const { own, other } = clocksFor(visit.startsAt, otherZoneOf(visit, reader), whoseOf(reader));
  const time = formatRange(visit.startsAt, visit.endsAt, ownZone(), now);
  return (
    <div className="grid gap-5 pb-2">
      <div>
        <VisitBadge visit={visit} reader={reader} />
        <p className="mt-2 text-sm text-muted">{lineOf(visit, reader)}</p>
      </div>
      <Clocks own={{ ...own, time }} other={other} />
      <VisitButtons visit={visit} reader={reader} now={now} ask={ask} />
      <dl className="grid gap-4 text-sm">
        <Part name={reader === 'patient' ? 'Your words' : 'In the patient’s words'} text={visit.symptoms} />
        <Part name="Summary from the doctor" text={visit.summary} />
        <Part name="Your notes, for you alone" text={visit.notes ?? ''} />
        <Part name="Comment" text={visit.comment} />
        {visit.rating !== null && (
          <Part name={reader === 'patient' ? 'Your review' : 'Review'} text={visit.review}>
            <Rating value={visit.rating} />
          </Part>
        )}
      </dl>
      <VisitHistory entries={visit.history} reader={reader} now={now} />
    </div>
  );
}

function Part({ name, text, children }: { name: string; text: string; children?: ReactNode }) {
  if (!text && !children) return null;
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd className="mt-0.5 wrap-anywhere whitespace-pre-line">
        {children}
        {children && text && <br />}
        {text}
      </dd>
    </div>
  );
}
