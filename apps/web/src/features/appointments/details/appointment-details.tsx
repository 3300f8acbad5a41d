import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Clocks } from '../../../components/clocks.js';
import { ErrorState } from '../../../components/error-state.js';
import { Rating } from '../../../components/rating.js';
import { Sheet } from '../../../components/sheet.js';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { params } from '../../../lib/paths.js';
import { clocksFor, formatRange, ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { appointmentQuery } from '../../../resources/appointments/queries.js';
import { otherOf, type Reader, otherZoneOf, whoseOf } from '../../../resources/appointments/reader.js';
import type { Ask } from '../dialogs/actions.js';
import { lineOf } from '../labels.js';
import { AppointmentBadge } from '../row/appointment-badge.js';
import { AppointmentButtons } from './appointment-buttons.js';
import { AppointmentHistory } from './appointment-history.js';

/** One appointment in full, over the list, while the address names it. */
export function AppointmentDetails({ reader, ask }: { reader: Reader; ask: Ask }) {
  const [search, setSearch] = useSearchParams();
  const id = search.get(params.appointment);
  const {
    data: appointment,
    error,
    isPending,
    refetch,
  } = useQuery({ ...appointmentQuery(id ?? ''), enabled: id !== null });
  const close = () =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete(params.appointment);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );

  return (
    <Sheet open={id !== null} onOpenChange={close} title={appointment ? otherOf(appointment, reader).name : t`Visit`}>
      {isPending && (
        <Loading label={t`Loading the visit`} className="grid grid-cols-1 gap-3">
          <Skeleton width="8rem" />
          <Skeleton width="14rem" />
          <Skeleton width="18rem" />
        </Loading>
      )}
      {!appointment && error && (
        <ErrorState title={t`The visit did not load`} error={error} onRetry={() => void refetch()} />
      )}
      {appointment && <Details appointment={appointment} reader={reader} ask={ask} />}
    </Sheet>
  );
}

function Details({ appointment, reader, ask }: { appointment: Appointment; reader: Reader; ask: Ask }) {
  const now = useNow();
  const { own, other } = clocksFor(appointment.startsAt, otherZoneOf(appointment, reader), whoseOf(reader));
  const time = formatRange(appointment.startsAt, appointment.endsAt, ownZone(), now);
  return (
    <div className="grid gap-5 pb-2">
      <div>
        <AppointmentBadge appointment={appointment} reader={reader} />
        <p className="mt-2 text-sm text-muted">{lineOf(appointment, reader)}</p>
      </div>
      <Clocks own={{ ...own, time }} other={other} />
      <AppointmentButtons appointment={appointment} reader={reader} now={now} ask={ask} />
      <dl className="grid gap-4 text-sm">
        <Part name={reader === 'patient' ? t`Your words` : t`In the patient’s words`} text={appointment.symptoms} />
        <Part name={t`Summary from the doctor`} text={appointment.summary} />
        <Part name={t`Your notes, for you alone`} text={appointment.notes ?? ''} />
        <Part name={t`Comment`} text={appointment.comment} />
        {appointment.rating !== null && (
          <Part
            name={reader === 'patient' ? t`Your review` : t({ message: 'Review', context: 'noun' })}
            text={appointment.review}
          >
            <Rating value={appointment.rating} />
          </Part>
        )}
      </dl>
      <AppointmentHistory entries={appointment.history} reader={reader} now={now} />
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
        {text && (
          <span dir="auto" className="block">
            {text}
          </span>
        )}
      </dd>
    </div>
  );
}
