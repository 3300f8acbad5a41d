import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../skeleton.js';

const COLUMNS = [5, 6, 4, 6, 5];

export function SlotsSkeleton() {
  return (
    <Loading label={t`Loading free times`} className="grid grid-cols-3 gap-2 md:grid-cols-5">
      {COLUMNS.map((rows, column) => (
        <div key={column} className="grid content-start gap-1.5 max-md:nth-[n+4]:hidden">
          <Skeleton width="60%" height="2.75rem" className="mx-auto mb-1" />
          {Array.from({ length: rows }, (_, row) => (
            <Skeleton key={row} width="100%" height="2.625rem" className="rounded-md" />
          ))}
        </div>
      ))}
    </Loading>
  );
}
