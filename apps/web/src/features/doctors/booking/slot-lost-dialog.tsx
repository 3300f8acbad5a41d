import type { Slot } from '@health-connect/contract/slots';
import { t } from '@lingui/core/macro';
import { Button } from '../../../components/button.js';
import { Dialog } from '../../../components/dialog.js';
import type { ApiError } from '../../../lib/api-error.js';
import { formatTime, formatWhen, useOwnZone } from '../../../lib/time.js';

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
  const words = wordsOf(why.code, formatTime(startsAt, zone), nearest.length > 0);

  return (
    <Dialog
      open
      onOpenChange={onClose}
      {...words}
      actions={
        <Button variant="quiet" onClick={onClose}>
          {t`All times`}
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2">
        {nearest.map((slot) => (
          <Button key={slot.startsAt} variant="soft" className="tabular-nums" onClick={() => onChoose(slot)}>
            {formatWhen(slot.startsAt, zone)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

/** What became of the time, and what can be done now. */
function wordsOf(code: ApiError['code'], time: string, isAnyNear: boolean): { title: string; description: string } {
  if (code === 'slot_taken') {
    return {
      title: t`${time} was just taken`,
      description: isAnyNear
        ? t`Someone booked it while you were writing. Your words are kept. The nearest free times:`
        : t`Someone booked it while you were writing. Your words are kept. Choose another time.`,
    };
  }
  if (code === 'patient_busy') {
    return {
      title: t`You already have a visit then`,
      description: isAnyNear
        ? t`Another visit of yours lies at ${time}. Your words are kept. The nearest free times:`
        : t`Another visit of yours lies at ${time}. Your words are kept. Choose another time.`,
    };
  }
  return {
    title: t`${time} is no longer offered`,
    description: isAnyNear
      ? t`The doctor’s hours have changed, or it is too close now. Your words are kept. The nearest free times:`
      : t`The doctor’s hours have changed, or it is too close now. Your words are kept. Choose another time.`,
  };
}
