import { t } from '@lingui/core/macro';
import { Loading, Skeleton } from '../../../components/skeleton.js';

const BUBBLES = [
  { width: '16rem', className: '' },
  { width: '11rem', className: 'self-end' },
  { width: '14rem', className: 'self-end' },
  { width: '19rem', className: '' },
];

export function ThreadSkeleton() {
  return (
    <Loading label={t`Loading the conversation`} className="flex flex-col justify-end gap-3 p-4 min-[60rem]:px-6">
      {BUBBLES.map(({ width, className }) => (
        <Skeleton key={width} width={width} height="2.5rem" className={`rounded-bubble ${className}`} />
      ))}
    </Loading>
  );
}
