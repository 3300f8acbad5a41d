import type { HeldAppointment, TooManyBookings } from '@health-connect/contract/appointments';
import { plural, select, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { Dialog } from '../../../components/dialog.js';
import { Row, Rows } from '../../../components/rows.js';
import { params, paths } from '../../../lib/paths.js';
import { formatWhen, ownZone } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { rowOf } from '../../../lib/write.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';

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

  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={countWords(visits.length, counts === 'with_doctor' ? visits[0]?.doctorId.name : undefined)}
      description={t`More cannot be booked at one time. Cancel one of these, then confirm your visit. Your words are kept.`}
      actions={
        <Button variant="quiet" onClick={onClose}>
          {t`Keep them all`}
        </Button>
      }
    >
      <Rows>
        {visits.map((appointment) => (
          <Row
            key={appointment._id}
            title={<time dateTime={appointment.startsAt}>{whenOf(appointment)}</time>}
            detail={detailOf(appointment, counts === 'all')}
            end={
              <>
                <ButtonLink
                  variant="quiet"
                  to={`${paths.appointments}?${params.appointment}=${appointment._id}`}
                  onClick={onLeave}
                  aria-label={openWords(appointment)}
                >
                  {t({ message: 'Open', context: 'verb' })}
                </ButtonLink>
                {appointment.can.cancel && (
                  <Button
                    variant="danger-quiet"
                    onClick={() => setAsked(appointment)}
                    aria-label={cancelWords(appointment)}
                  >
                    {t`Cancel`}
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

function countWords(count: number, name: string | undefined): string {
  return name === undefined
    ? plural(count, { one: 'You have # visit coming up', other: 'You have # visits coming up' })
    : plural(count, {
        one: `You have # visit coming up with ${name}`,
        other: `You have # visits coming up with ${name}`,
      });
}

const whenOf = ({ startsAt }: HeldAppointment) => formatWhen(startsAt, ownZone());

function openWords(appointment: HeldAppointment): string {
  const when = whenOf(appointment);
  return t`Open the visit of ${when}`;
}

function cancelWords(appointment: HeldAppointment): string {
  const when = whenOf(appointment);
  return t`Cancel the visit of ${when}`;
}

/** `Dr. Mereana Te Whatu, video, confirmed`: with whom only where they are not all with one. */
function detailOf({ doctorId, mode, status }: HeldAppointment, isWhoTold: boolean): string {
  const way = select(mode, { chat: 'chat', other: 'video' });
  const state = select(status, {
    pending: 'waiting for the doctor',
    rescheduled: 'new time proposed',
    other: 'confirmed',
  });
  return rowOf([...(isWhoTold ? [doctorId.name] : []), way, state]);
}

interface CancelHeldProps {
  appointment: HeldAppointment;
  onKeep: () => void;
  onCancelled: () => void;
}

function CancelHeld({ appointment, onKeep, onCancelled }: CancelHeldProps) {
  const { mutateAsync: change } = useChangeAppointment();
  const when = whenOf(appointment);
  const { name } = appointment.doctorId;
  const cancel = async () => {
    await change({ appointment, change: { status: 'cancelled' } });
    toast.note(t`Visit on ${when} cancelled`);
    onCancelled();
  };
  return (
    <ConfirmDialog
      open
      destructive
      onOpenChange={onKeep}
      title={t`Cancel the visit on ${when}?`}
      description={
        <Trans>
          <bdi>{name}</bdi> is told at once and the time is free for others. Then you can confirm the new visit.
        </Trans>
      }
      confirmLabel={t`Cancel visit`}
      cancelLabel={t`Keep visit`}
      onConfirm={cancel}
    />
  );
}
