import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Calendar } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { ErrorState } from '../../../components/error-state.js';
import { Section } from '../../../components/panel.js';
import { params, paths } from '../../../lib/paths.js';
import { useNow } from '../../../lib/use-now.js';
import { comingQuery, pastQuery } from '../../../resources/appointments/queries.js';
import type { Reader } from '../../../resources/appointments/reader.js';
import { AppointmentsSkeleton } from '../appointments-skeleton.js';
import type { Ask } from '../dialogs/actions.js';
import { PAST_STATUSES, PAST_TAB } from '../past/past-page.js';
import { PastRows } from '../past/past-rows.js';
import { MoreButton } from '../row/more-button.js';
import { Coming } from './coming.js';
import { DoctorAsks } from './doctor-asks.js';
import { NextAppointment } from './next-appointment.js';
import { Proposal } from './proposal.js';
import { sortAppointments } from './sort-appointments.js';

const FEW = 3;

/** What comes next, what needs an answer, what is coming, and the last few that are over. */
export function Overview({ reader, ask }: { reader: Reader; ask: Ask }) {
  const now = useNow();
  const list = useInfiniteQuery(comingQuery);
  const past = useInfiniteQuery(pastQuery(PAST_STATUSES, FEW));
  const appointments = list.data?.pages.flatMap(({ items }) => items);
  if (list.isPending) return <AppointmentsSkeleton />;
  if (!appointments) {
    const retry = () => void list.refetch();
    return (
      <ErrorState
        title={t`Your appointments did not load`}
        error={list.error}
        onRetry={retry}
        retrying={list.isRefetching}
      />
    );
  }

  const { next, asks, coming, unclosed } = sortAppointments(appointments, reader, now);
  const over = [...unclosed, ...(past.data?.pages[0]?.items ?? [])];
  return (
    <>
      {next && <NextAppointment appointment={next} reader={reader} ask={ask} />}
      {!next && asks.length === 0 && <Nothing reader={reader} />}
      {asks.length > 0 && (
        <Section aria-labelledby="answer-title" className={next ? undefined : 'mt-0!'}>
          <h2 id="answer-title">{t`Needs your answer`}</h2>
          {reader === 'doctor' ? (
            <DoctorAsks appointments={asks} ask={ask} />
          ) : (
            <div className="grid gap-4">
              {asks.map(
                (appointment) =>
                  appointment.proposed && (
                    <Proposal
                      key={appointment._id}
                      appointment={appointment}
                      proposed={appointment.proposed}
                      ask={ask}
                    />
                  ),
              )}
            </div>
          )}
        </Section>
      )}
      {coming.length > 0 && (
        <Section aria-labelledby="coming-title">
          <h2 id="coming-title">{t`Coming up`}</h2>
          <Coming appointments={coming} reader={reader} ask={ask} />
        </Section>
      )}
      <MoreButton list={list} />
      {over.length > 0 && (
        <Section aria-labelledby="past-title">
          <div className="mb-3 flex items-center justify-between">
            <h2 id="past-title">{t({ message: 'Past', context: 'visits' })}</h2>
            <ButtonLink variant="quiet" to={`?${params.tab}=${PAST_TAB}`} className="-me-3">
              {t`All past visits`}
            </ButtonLink>
          </div>
          <PastRows appointments={over} reader={reader} ask={ask} />
        </Section>
      )}
    </>
  );
}

function Nothing({ reader }: { reader: Reader }) {
  return reader === 'patient' ? (
    <EmptyState
      icon={Calendar}
      title={t`No visits coming up`}
      action={
        <ButtonLink variant="primary" to={paths.doctors}>
          {t`Find a doctor`}
        </ButtonLink>
      }
    >
      {t`When you book a visit, it shows up here, with a button to join when it is time.`}
    </EmptyState>
  ) : (
    <EmptyState
      icon={Calendar}
      title={t`No visits coming up`}
      action={<ButtonLink to={paths.schedule}>{t`Look at your hours`}</ButtonLink>}
    >
      {t`Requests and visits show up here as soon as patients book your free times.`}
    </EmptyState>
  );
}
