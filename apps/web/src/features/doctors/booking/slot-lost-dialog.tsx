import type { Slot } from '@health-connect/contract/slots';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import type { ApiError } from '../../../lib/api-error.js';
import { formatDay, formatTime, useOwnZone } from '../../../lib/time.js';

interface SlotLostDialogProps {
  startsAt: string;
  why: ApiError;
  nearest: readonly Slot[];
  onChoose: (slot: Slot) => void;
  /** Back to all times. */
  onClose: () => void;
}

/** The time is gone; the nearest free ones are one tap away. */
export function SlotLostDialog({ startsAt, why, nearest, onChoose, onClose }: SlotLostDialogProps) {
  const zone = useOwnZone();
  const time = formatTime(startsAt, zone);
  const title = {
    slot_taken: `${time} was just taken`,
    patient_busy: 'You already have a visit then',
    slot_not_offered: `${time} is no longer offered`,
  }[why.code as 'slot_taken' | 'patient_busy' | 'slot_not_offered'];
  const reason = {
    slot_taken: 'Someone booked it while you were writing.',
    patient_busy: `Another visit of yours lies at ${time}.`,
    slot_not_offered: 'The doctor’s hours have changed, or it is too close now.',
  }[why.code as 'slot_taken' | 'patient_busy' | 'slot_not_offered'];

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={`${reason} Your words are kept. ${nearest.length > 0 ? 'The nearest free times:' : 'Choose another time.'}`}
      actions={
        <Button variant="quiet" onClick={onClose}>
          All times
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2">
        {nearest.map((slot) => (
          <Button key={slot.startsAt} variant="soft" className="tabular-nums" onClick={() => onChoose(slot)}>
            {formatDay(slot.startsAt, zone)}, {formatTime(slot.startsAt, zone)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
