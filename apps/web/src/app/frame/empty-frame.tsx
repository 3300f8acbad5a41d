import { t } from '@lingui/core/macro';
/** The frame without anything in it, while we find out who is here. */
export function EmptyFrame() {
  return (
    <div role="status" aria-label={t`Loading Health-Connect`} className="min-h-dvh">
      <div className="fixed inset-y-0 start-0 hidden w-rail border-e border-line md:block" />
    </div>
  );
}
