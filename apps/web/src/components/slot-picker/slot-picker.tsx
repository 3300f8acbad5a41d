import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useId } from 'react';
import { useOwnZone, zoneLabel } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { ErrorState } from '../error-state.js';
import { appointmentMinutes } from './days.js';
import { EmptyWeek } from './empty-week.js';
import type { FreeWeeks } from './free-weeks.js';
import { SlotsSkeleton } from './slots-skeleton.js';
import { WeekColumns } from './week-columns.js';
import { WeekPager } from './week-pager.js';

interface SlotPickerProps {
  times: FreeWeeks;
  doctorZone: string;
  /** `startsAt` of the chosen slot. */
  value: string | null;
  onChange: (slot: FreeTime) => void;
  /** A tap or Enter, which means the choice; moving with the arrows does not. */
  onPick?: (slot: FreeTime) => void;
}

/** A doctor's free times, a week at a time, on the reader's clock: days as columns, on a phone as a strip. */
export function SlotPicker({ times, doctorZone, value, onChange, onPick }: SlotPickerProps) {
  const name = useId();
  const zone = useOwnZone();
  const now = useNow();
  const { firstDate, slots, error, isComing } = times;
  const place = zoneLabel(now);
  const minutes = slots && appointmentMinutes(slots);

  // Looking along the times is not choosing one: only a press and Enter are.
  const pickByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const chosen = slots?.find((slot) => slot.startsAt === value);
    if (chosen && event.target instanceof HTMLInputElement) onPick?.(chosen);
  };

  return (
    <div onKeyDown={pickByEnter}>
      <div className="flex flex-wrap items-center gap-x-2 pb-4 text-sm text-muted">
        <span>{minutes ? t`${minutes} min, times in ${place}` : t`Times in ${place}`}</span>
        <WeekPager {...times} />
      </div>
      {Boolean(error) && !slots && (
        <ErrorState
          title={t`The free times did not load`}
          error={error}
          onRetry={times.retry}
          retrying={times.isRetrying}
        />
      )}
      {isComing && <SlotsSkeleton />}
      {slots && !isComing && (
        <WeekColumns
          key={firstDate}
          slots={slots}
          zone={zone}
          firstDate={firstDate}
          group={{ name, doctorZone, value, onChange, onPick: (slot) => onPick?.(slot) }}
          empty={<EmptyWeek {...times} />}
        />
      )}
    </div>
  );
}
