import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Button } from '../../components/button.js';
import { cx } from '../../components/cx.js';
import { ErrorState } from '../../components/error-state.js';
import { PageHeader } from '../../components/page-header.js';
import { Page } from '../../components/page.js';
import { Rows } from '../../components/rows.js';
import { useSession } from '../../lib/session.js';
import { useNow } from '../../lib/use-now.js';
import { doctorsQuery } from '../../resources/doctors/queries.js';
import { DoctorRow } from './list/doctor-row.js';
import { DoctorsSkeleton } from './list/doctors-skeleton.js';
import { toQuery } from './list/filters.js';
import { ListBar } from './list/list-bar.js';
import { SearchBox } from './list/search-box.js';
import { SpecializationChips } from './list/specialization-chips.js';
import { UnderstoodLine } from './list/understood-line.js';
import { useFilters } from './list/use-filters.js';

/** Seldom seen, so not part of the first load. */
const NothingFound = lazy(async () => ({ default: (await import('./list/nothing-found.js')).NothingFound }));

/** The first page of all: find a doctor, signed in or not. */
export function DoctorsPage() {
  const { filters, change } = useFilters();
  const now = useNow();
  const list = useInfiniteQuery(doctorsQuery(toQuery(filters)));
  const doctors = list.data?.pages.flatMap(({ items }) => items);
  const { total, understood } = list.data?.pages[0]?.meta ?? {};
  const isVisitor = useSession().session.status === 'signed-out';

  return (
    <Page title={t`Find a doctor`}>
      <PageHeader
        title={t`Find a doctor`}
        detail={isVisitor && t`Choose a time, and be seen by video or chat in your browser. Nothing to install.`}
      />
      <form
        role="search"
        aria-label={t`Doctors`}
        className="mb-4 grid grid-cols-[minmax(0,1fr)] gap-3"
        onSubmit={(event) => event.preventDefault()}
      >
        <SearchBox value={filters.q} onChange={(q) => change({ q }, { replace: filters.q !== '' })} />
        <SpecializationChips value={filters.specialization} onChange={(specialization) => change({ specialization })} />
      </form>
      <ListBar filters={filters} total={total} onChange={change} />
      <UnderstoodLine understood={doctors?.length ? understood : []} />
      {list.isPending && <DoctorsSkeleton />}
      {list.isError && !doctors && (
        <ErrorState
          title={t`The doctors did not load`}
          error={list.error}
          onRetry={() => void list.refetch()}
          retrying={list.isRefetching}
        />
      )}
      <Suspense>{doctors?.length === 0 && <NothingFound filters={filters} onChange={change} />}</Suspense>
      {doctors && doctors.length > 0 && (
        <Rows
          aria-label={t`Doctors`}
          aria-busy={list.isPlaceholderData}
          className={cx(list.isPlaceholderData && 'opacity-60')}
        >
          {doctors.map((doctor) => (
            <DoctorRow key={doctor._id} doctor={doctor} now={now} />
          ))}
        </Rows>
      )}
      {list.hasNextPage && (
        <p className="mt-6 text-center">
          <Button busy={list.isFetchingNextPage} busyLabel={t`Loading more`} onClick={() => void list.fetchNextPage()}>
            {t`Show more`}
          </Button>
        </p>
      )}
    </Page>
  );
}
