import { WEEKDAYS } from '@health-connect/contract/availability';
import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../../components/skeleton.js';

export function AvailabilitySkeleton() {
  return (
    <Loading label={t`Loading your hours`}>
      <Skeleton width="22rem" className="mt-3" />
      <div className="mt-10 grid gap-x-12 min-[66rem]:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="divide-y divide-line">
          {WEEKDAYS.map((day) => (
            <div key={day} className="flex items-center gap-6 py-4">
              <Skeleton width="8rem" height="1.5rem" />
              <Skeleton width="14rem" height="2.25rem" />
            </div>
          ))}
        </div>
        <Skeleton width="100%" height="24rem" />
      </div>
    </Loading>
  );
}
