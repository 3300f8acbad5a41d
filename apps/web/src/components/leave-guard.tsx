import { t } from '@lingui/core/macro';
import { useLeaveGuard } from '../lib/use-leave-guard.js';
import { ConfirmDialog } from './confirm-dialog.js';

interface LeaveGuardProps {
  /** Something on this page would be lost. */
  unsaved: boolean;
  /** What: "Your new hours are not saved yet." */
  description: string;
}

/** Asks before what was changed here is left behind. */
export function LeaveGuard({ unsaved, description }: LeaveGuardProps) {
  const { asked, stay, leave } = useLeaveGuard(unsaved);
  return (
    <ConfirmDialog
      open={asked}
      onOpenChange={stay}
      title={t`Leave without saving?`}
      description={description}
      confirmLabel={t`Leave`}
      cancelLabel={t`Stay here`}
      destructive
      onConfirm={async () => leave()}
    />
  );
}
