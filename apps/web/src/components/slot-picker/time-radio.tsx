import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { Trans } from '@lingui/react/macro';
import { type Clock, formatClocks, formatTime, ownHours, useOwnZone } from '../../lib/time.js';
import { cx } from '../cx.js';

export interface TimeRadioGroup {
  name: string;
  doctorZone: string;
  /** `startsAt` of the chosen slot. */
  value: string | null;
  onChange: (slot: FreeTime) => void;
  /** A tap or Enter, which means the choice; moving with the arrows does not. */
  onPick: (slot: FreeTime) => void;
}

interface TimeRadioProps extends TimeRadioGroup {
  slot: FreeTime;
  className?: string;
}

/** One free time; the doctor's clock shows under the pointer and in focus. */
export function TimeRadio({ slot, name, doctorZone, value, onChange, onPick, className }: TimeRadioProps) {
  const zone = useOwnZone();
  const { other } = formatClocks(slot.startsAt, zone, doctorZone);
  return (
    <label className={cx('group relative block', className)}>
      <input
        type="radio"
        name={name}
        value={slot.startsAt}
        checked={value === slot.startsAt}
        onChange={() => onChange(slot)}
        onClick={() => onPick(slot)}
        className="peer absolute inset-0 z-1 m-0 size-full cursor-pointer opacity-0"
      />
      <span
        className={cx(
          'grid min-h-12 place-items-center rounded-md bg-surface-2 text-md font-semibold whitespace-nowrap text-accent-ink tabular-nums group-hover:bg-accent-soft group-hover:text-on-accent-soft peer-checked:bg-accent! peer-checked:text-on-accent! peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus md:min-h-[max(2.625rem,var(--control))]',
          // "12:00 AM" stands on one line, as wide as a column of a week in a dialog is.
          ownHours() === 12 && 'md:text-sm',
        )}
      >
        {formatTime(slot.startsAt, zone)}
      </span>
      {other && (
        <span className="pointer-events-none absolute top-[calc(100%+6px)] start-1/2 z-3 rounded-md bg-ink px-2.5 py-1.5 text-xs leading-[1.3] font-medium whitespace-nowrap text-surface-0 opacity-0 transition-opacity group-hover:opacity-100 peer-focus-visible:opacity-100 max-md:hidden ltr:-translate-x-1/2 rtl:translate-x-1/2 in-[fieldset:first-of-type]:start-0 in-[fieldset:first-of-type]:translate-x-0! in-[fieldset:last-of-type]:end-0 in-[fieldset:last-of-type]:start-auto in-[fieldset:last-of-type]:translate-x-0!">
          <DoctorsTime {...other} />
        </span>
      )}
    </label>
  );
}

const DoctorsTime = ({ day, time, city }: Clock) => (
  <Trans>
    <span className="sr-only">, for the doctor </span>
    {day}, {time} {city}
  </Trans>
);
