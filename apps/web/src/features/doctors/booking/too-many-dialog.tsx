import type { HeldAppointment, TooManyBookings } from '@health-connect/contract/appointments';
import { useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Dialog } from '../../../components/dialog.js';
import { Row, Rows } from '../../../components/rows.js';
import { params, paths } from '../../../lib/paths.js';
import { formatDay, formatTime, ownZone } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { STATUS_LABELS } from '../../../resources/appointments/status-labels.js';

interface TooManyDialogProps {
  held: TooManyBookings;
  /** The page is left for one of the appointments. */
  onLeave: () => void;
  /** Back to the appointment that was to be booked, with every word. */
  onClose: () => void;
}

/** No place is left: the appointments that fill them, each a press away, and one can be cancelled on the spot. */
export function TooManyDialog({ held: { counts, visits }, onLeave, onClose }: TooManyDialogProps) {
  const [asked, setAsked] = useState<HeldAppointment | null>(null);
  if (asked) return <CancelHeld appointment={asked} onKeep={() => setAsked(null)} onCancelled={onClose} />;
  const whose = counts === 'with_doctor' && visits[0] ? ` with ${visits[0].doctorId.name}` : '';

  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={`You have ${visits.length} visits coming up${whose}`}
      description="More cannot be booked at one time. Cancel one of these, then confirm your visit. Your words are kept."
      actions={
        <Button variant="quiet" onClick={onClose}>
          Keep them all
        </Button>
      }
    >
      <Rows>
        {visits.map((appointment) => (
          <Row
            key={appointment._id}
            title={<time dateTime={appointment.startsAt}>{when(appointment)}</time>}
            detail={`${counts === 'all' ? `${appointment.doctorId.name}, ` : ''}${appointment.mode}, ${STATUS_LABELS[appointment.status].patient.label.toLowerCase()}`}
            end={
              <>
                <ButtonLink
                  variant="quiet"
                  to={`${paths.appointments}?${params.appointment}=${appointment._id}`}
                  onClick={onLeave}
                  aria-label={`Open the visit of ${when(appointment)}`}
                >
                  Open
                </ButtonLink>
                {appointment.can.cancel && (
                  <Button
                    variant="danger-quiet"
                    onClick={() => setAsked(appointment)}
                    aria-label={`Cancel the visit of ${when(appointment)}`}
                  >
                    Cancel
                  </Button>
                )}
              </>
            }
          />
        ))}
      </Rows>
    </Dialog>
  );
}

const when = ({ startsAt }: HeldAppointment) => `${formatDay(startsAt, ownZone())}, ${formatTime(startsAt, ownZone())}`;

interface CancelHeldProps {
  appointment: HeldAppointment;
  onKeep: () => void;
  onCancelled: () => void;
}

function CancelHeld({ appointment, onKeep, onCancelled }: CancelHeldProps) {
  const { mutateAsync: change } = useChangeAppointment();
  const cancel = async () => {
    await change({ appointment, change: { status: 'cancelled' } });
    toast.note(`Visit on ${when(appointment)} cancelled`);
    onCancelled();
  };
  return (
    <ConfirmDialog
      open
      destructive
      onOpenChange={onKeep}
      title={`Cancel the visit on ${when(appointment)}?`}
      description={`${appointment.doctorId.name} is told at once and the time is free for others. Then you can confirm the new visit.`}
      confirmLabel="Cancel visit"
      cancelLabel="Keep visit"
      onConfirm={cancel}
    />
  );
}
