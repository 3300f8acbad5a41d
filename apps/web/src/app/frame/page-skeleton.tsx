import { Loading, Skeleton } from '../../components/skeleton.js';

const ROWS = [1, 2, 3, 4, 5];

/** A title and rows: the layout that most pages have, until their own code is here. */
export function PageSkeleton() {
  return (
    <Loading label="Loading the page" className="page">
      <Skeleton width="14rem" height="1.875rem" />
      <div className="mt-8 grid gap-8">
        {ROWS.map((row) => (
          <div key={row} className="flex items-center gap-4">
            <Skeleton round width="2.75rem" />
            <div className="grid flex-1 gap-2">
              <Skeleton width="40%" />
              <Skeleton width="65%" />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}
