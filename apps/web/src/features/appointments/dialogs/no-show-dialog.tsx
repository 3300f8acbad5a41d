import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import type { DialogProps } from './dialog-props.js';

export function NoShowDialog({ appointment, onClose }: DialogProps) {
  const { name } = appointment.patientId;
  const { mutateAsync: change } = useChangeAppointment();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t`Did the patient not come?`}
      description={
        <Trans>
          <bdi>{name}</bdi> reads the visit as missed. It cannot be undone; you can still write to each other.
        </Trans>
      }
      confirmLabel={t`Mark as missed`}
      cancelLabel={t`Not yet`}
      onConfirm={() => change({ appointment, change: { status: 'no_show' } })}
    />
  );
}
