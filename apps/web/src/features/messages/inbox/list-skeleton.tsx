import { t } from '@lingui/core/macro';
import { Loading, PersonRowsSkeleton } from '../../../components/skeleton.js';

export function ListSkeleton() {
  return (
    <Loading label={t`Loading your messages`}>
      <PersonRowsSkeleton count={6} picture="2.75rem" lines={['65%', '85%']} height="0.75rem" className="gap-3 p-3" />
    </Loading>
  );
}
