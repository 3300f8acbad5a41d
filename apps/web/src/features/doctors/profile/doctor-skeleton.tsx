import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../../../components/skeleton.js';

export function DoctorSkeleton() {
  return (
    <Loading
      label={t`Loading the doctor`}
      className="grid grid-cols-1 gap-6 min-[68rem]:grid-cols-[18.5rem_minmax(0,1fr)] min-[68rem]:gap-12"
    >
      <div className="grid grid-cols-1 content-start gap-4">
        <Skeleton round width="6rem" />
        <Skeleton width="16rem" height="1.75rem" />
        <Skeleton width="9rem" />
        <Skeleton width="14rem" />
        <Skeleton width="12rem" />
      </div>
      <Skeleton width="100%" height="26rem" className="rounded-l" />
    </Loading>
  );
}
