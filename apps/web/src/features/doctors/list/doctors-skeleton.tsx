import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../../../components/skeleton.js';

export function DoctorsSkeleton() {
  return (
    <Loading label={t`Loading doctors`} className="divide-y divide-line">
      {['13rem', '16rem', '11rem', '15rem', '12rem'].map((width) => (
        <div key={width} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-5">
          <Skeleton round width="3.5rem" />
          <div className="grid min-w-0 flex-1 grid-cols-1 gap-2">
            <Skeleton width={width} />
            <Skeleton width="19rem" />
            <Skeleton width="9rem" />
          </div>
          <Skeleton width="18rem" height="2.5rem" className="rounded-md" />
        </div>
      ))}
    </Loading>
  );
}
