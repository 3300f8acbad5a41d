import { Loading, Skeleton } from '../../components/skeleton.js';

export function TodaySkeleton() {
  return (
    <Loading
      label="Loading your day"
      className="grid gap-x-10 gap-y-8 min-[66rem]:grid-cols-[minmax(0,1fr)_minmax(0,23rem)]"
    >
      <div className="grid content-start gap-8">
        <Skeleton width="100%" height="17rem" className="rounded-l" />
        {[1, 2, 3].map((row) => (
          <div key={row} className="flex items-center gap-3">
            <Skeleton round width="2.5rem" />
            <div className="grid flex-1 gap-2">
              <Skeleton width="45%" />
              <Skeleton width="65%" />
            </div>
          </div>
        ))}
      </div>
      <Skeleton width="100%" height="38rem" />
    </Loading>
  );
}
