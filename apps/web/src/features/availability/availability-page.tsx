import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.js';
import { PageHeader } from '../../components/page-header.js';
import { Page } from '../../components/page.js';
import { zoneLabel } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { ownScheduleQuery } from '../../resources/schedule/queries.js';
import { AvailabilityEditor } from './availability-editor.js';
import { AvailabilitySkeleton } from './availability-skeleton.js';

/** A doctor's weekly hours, special dates and booking rules. */
export function AvailabilityPage() {
  const { data: saved, error, isFetching, refetch } = useQuery(ownScheduleQuery);
  const zone = zoneLabel(useNow(), saved?.timeZone);
  return (
    <Page title={t`Schedule`}>
      <PageHeader
        title={t`Schedule`}
        detail={
          saved
            ? t`Times in ${zone}. Patients see them in their own zone.`
            : t`Times where you are. Patients see them in their own zone.`
        }
      />
      {saved && <AvailabilityEditor saved={saved} />}
      {!saved && error && (
        <ErrorState
          title={t`Your hours did not load`}
          error={error}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      )}
      {!saved && !error && <AvailabilitySkeleton />}
    </Page>
  );
}
