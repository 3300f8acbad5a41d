import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { GREEN_ROOM } from './green-room-style.js';

export function GreenRoomSkeleton() {
  return (
    <Loading label={t`Loading the visit`} className={GREEN_ROOM}>
      <div className="aspect-[16/11] rounded-l bg-surface-1 max-lg:aspect-square max-lg:max-h-[44dvh]" />
      <div className="grid gap-5">
        <Skeleton width="50%" />
        <Skeleton width="80%" height="2rem" />
        <Skeleton width="100%" height="3rem" />
        <Skeleton width="100%" height="3rem" />
        <Skeleton width="100%" height="3rem" />
      </div>
    </Loading>
  );
}
