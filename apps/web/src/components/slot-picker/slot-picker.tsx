import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { type KeyboardEvent, useId, useState } from 'react';
import { addDays, useOwnZone, zoneLabel } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { ErrorState } from '../error-state.js';
import { appointmentMinutes, WEEK_DAYS, weekOf } from './days.js';
import { EmptyWeek } from './empty-week.js';
import { SlotsSkeleton } from './slots-skeleton.js';
import { useFreeSlots } from './use-free-slots.js';
import { WeekColumns } from './week-columns.js';
import { WeekPager } from './week-pager.js';

interface SlotPickerProps {
  doctorId: string;
  doctorZone: string;
  /** When the doctor is free next, if known: decides the week that is shown first. */
  nextSlotAt: string | null;
  /** An appointment that is to move: what it holds itself is free to it, and its week is shown first. */
  moving?: { _id: string; startsAt: string };
  /** `startsAt` of the chosen slot. */
  value: string | null;
  onChange: (slot: FreeTime) => void;
  /** A tap or Enter, which means the choice; moving with the arrows does not. */
  onPick?: (slot: FreeTime) => void;
}

/** A doctor's free times, a week at a time, on the reader's clock: days as columns, on a phone as a strip. */
export function SlotPicker({ doctorId, doctorZone, nextSlotAt, moving, value, onChange, onPick }: SlotPickerProps) {
  const name = useId();
  const zone = useOwnZone();
  const now = useNow();
  const today = localDateOf(now, zone);
  const [week, setWeek] = useState(() => weekOf(value ?? moving?.startsAt ?? nextSlotAt, zone, today));
  const firstDate = addDays(today, week * WEEK_DAYS);
  const {
    data: slots,
    error,
    isPending,
    isPlaceholderData,
    refetch,
    isRefetching,
  } = useFreeSlots(doctorId, week, today, moving?._id);
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
        <span>
          {minutes ? `${minutes} min, times` : 'Times'} in {zoneLabel(now)}
        </span>
        <WeekPager week={week} firstDate={firstDate} onChange={setWeek} />
      </div>
      {error && !slots && (
        <ErrorState
          title="The free times did not load"
          error={error}
          onRetry={() => void refetch()}
          retrying={isRefetching}
        />
      )}
      {(isPending || isPlaceholderData) && <SlotsSkeleton />}
      {slots && !isPlaceholderData && (
        <WeekColumns
          key={firstDate}
          slots={slots}
          zone={zone}
          firstDate={firstDate}
          group={{ name, doctorZone, value, onChange, onPick: (slot) => onPick?.(slot) }}
          empty={<EmptyWeek week={week} firstDate={firstDate} nextSlotAt={nextSlotAt} onChange={setWeek} />}
        />
      )}
    </div>
  );
}
