import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import type { DialogProps } from './dialog-props.js';

export function NoShowDialog({ appointment, onClose }: DialogProps) {
  const { mutateAsync: change } = useChangeAppointment();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Did the patient not come?"
      description={`${appointment.patientId.name} reads the visit as missed. It cannot be undone; you can still write to each other.`}
      confirmLabel="Mark as missed"
      cancelLabel="Not yet"
      onConfirm={() => change({ appointment, change: { status: 'no_show' } })}
    />
  );
}
