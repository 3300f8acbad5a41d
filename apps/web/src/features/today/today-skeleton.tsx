import { t } from '@lingui/core/macro';
import { Loading, PersonRowsSkeleton, Skeleton } from '../../components/skeleton.js';

export function TodaySkeleton() {
  return (
    <Loading
      label={t`Loading your day`}
      className="grid gap-x-10 gap-y-8 min-[66rem]:grid-cols-[minmax(0,1fr)_minmax(0,23rem)]"
    >
      <div className="grid content-start gap-8">
        <Skeleton width="100%" height="17rem" className="rounded-l" />
        <PersonRowsSkeleton count={3} lines={['45%', '65%']} className="gap-3" />
      </div>
      <Skeleton width="100%" height="38rem" />
    </Loading>
  );
}
