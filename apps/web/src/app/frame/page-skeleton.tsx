import { t } from '@lingui/core/macro';
import { Loading, PersonRowsSkeleton, Skeleton } from '../../components/skeleton.js';

/** A title and rows: the layout that most pages have, until their own code is here. */
export function PageSkeleton() {
  return (
    <Loading label={t`Loading the page`} className="page">
      <Skeleton width="14rem" height="1.875rem" />
      <div className="mt-8 grid gap-8">
        <PersonRowsSkeleton count={5} picture="2.75rem" lines={['40%', '65%']} />
      </div>
    </Loading>
  );
}
