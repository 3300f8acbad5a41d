import { Loading, Skeleton } from '../../../components/skeleton.js';

const ROWS = [1, 2, 3, 4, 5, 6];

export function ListSkeleton() {
  return (
    <Loading label="Loading your messages">
      {ROWS.map((row) => (
        <div key={row} className="flex items-center gap-3 p-3">
          <Skeleton round width="2.75rem" />
          <div className="grid flex-1 gap-2">
            <Skeleton width="65%" />
            <Skeleton width="85%" height="0.75rem" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
