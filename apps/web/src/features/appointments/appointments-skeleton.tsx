import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../../components/skeleton.js';

export function AppointmentsSkeleton() {
  return (
    <Loading label={t`Loading appointments`}>
      <Skeleton width="100%" height="9rem" className="mb-10 rounded-l" />
      <div className="divide-y divide-line">
        {['14rem', '11rem', '16rem'].map((width) => (
          <div key={width} className="flex flex-wrap items-center gap-x-5 gap-y-3 py-5">
            <Skeleton width="9rem" />
            <Skeleton round width="2.5rem" />
            <Skeleton width={width} className="flex-1" />
            <Skeleton width="7rem" height="1.5rem" className="rounded-full" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
