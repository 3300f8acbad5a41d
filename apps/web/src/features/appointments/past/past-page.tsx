import type { AppointmentStatus } from '@health-connect/contract/status';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useSearchParams } from 'react-router-dom';
import { Button } from '../../../components/button.js';
import { Chip } from '../../../components/chip.js';
import { EmptyState } from '../../../components/empty-state.js';
import { ErrorState } from '../../../components/error-state.js';
import { params } from '../../../lib/paths.js';
import { pastQuery } from '../../../resources/appointments/queries.js';
import type { Reader } from '../../../resources/appointments/reader.js';
import { STATUS_LABELS } from '../../../resources/appointments/status-labels.js';
import { AppointmentsSkeleton } from '../appointments-skeleton.js';
import type { Ask } from '../dialogs/actions.js';
import { MoreButton } from '../row/more-button.js';
import { PastRows } from './past-rows.js';

/** The value of `?tab=` that shows it. */
export const PAST_TAB = 'past';
export const PAST_STATUSES = ['completed', 'cancelled', 'no_show'] as const satisfies readonly AppointmentStatus[];

/** Everything that is over, the newest first, by how it ended. */
export function PastPage({ reader, ask }: { reader: Reader; ask: Ask }) {
  const [search, setSearch] = useSearchParams();
  const status = PAST_STATUSES.find((one) => one === search.get(params.status));
  const list = useInfiniteQuery(pastQuery(status ? [status] : PAST_STATUSES));
  const appointments = list.data?.pages.flatMap(({ items }) => items);

  const filter = (value: AppointmentStatus | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(params.status);
    else next.set(params.status, value);
    setSearch(next, { preventScrollReset: true });
  };

  return (
    <>
      <div role="group" aria-label={t`How it ended`} className="mb-2 flex flex-wrap gap-2">
        <Chip pressed={!status} onClick={() => filter(null)}>
          {t`All`}
        </Chip>
        {PAST_STATUSES.map((one) => (
          <Chip key={one} pressed={status === one} onClick={() => filter(one)}>
            {STATUS_LABELS[one][reader].label}
          </Chip>
        ))}
      </div>
      {list.isPending && <AppointmentsSkeleton />}
      {!appointments && list.isError && (
        <ErrorState
          title={t`Your past visits did not load`}
          error={list.error}
          onRetry={() => void list.refetch()}
          retrying={list.isRefetching}
        />
      )}
      {appointments?.length === 0 && (
        <EmptyState
          icon={History}
          title={status ? t`None of these` : t`No past visits yet`}
          action={status && <Button onClick={() => filter(null)}>{t`Show all past visits`}</Button>}
        >
          {status ? t`None of your visits ended like this.` : t`Visits that are over appear here.`}
        </EmptyState>
      )}
      {appointments && appointments.length > 0 && <PastRows appointments={appointments} reader={reader} ask={ask} />}
      <MoreButton list={list} />
    </>
  );
}
