import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { useState } from 'react';
import { cx } from '../cx.js';
import { dayAndMonth } from './days.js';
import { TimeRadio, type TimeRadioGroup } from './time-radio.js';

/** Rows of a column before the rest folds into "3 more". */
const ROWS = 6;

interface DayColumnProps {
  date: string;
  slots: readonly FreeTime[];
  group: TimeRadioGroup;
  /** On a phone only the day chosen in the strip is shown. */
  shownOnPhone: boolean;
}

/** The free times of one day. */
export function DayColumn({ date, slots, group, shownOnPhone }: DayColumnProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { weekday, day, month } = dayAndMonth(date);
  const folds = slots.length > ROWS && !isOpen;
  // What is chosen never hides in the fold.
  const isFolded = (slot: FreeTime, index: number) => folds && index >= ROWS - 1 && slot.startsAt !== group.value;
  const hidden = slots.filter(isFolded).length;

  return (
    <fieldset
      className={cx(
        'content-start gap-2 max-md:grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] md:grid md:gap-1.5',
        shownOnPhone ? 'grid' : 'max-md:hidden',
      )}
    >
      <legend className="w-full pb-2 text-center text-sm leading-[1.35] max-md:sr-only">
        <b className="block text-md font-semibold">{weekday}</b>{' '}
        <span className="text-muted">
          {day} {month}
        </span>
      </legend>
      {slots.map((slot, index) => (
        <TimeRadio key={slot.startsAt} slot={slot} {...group} className={cx(isFolded(slot, index) && 'md:hidden')} />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          className="min-h-10 rounded-md text-sm font-medium text-muted hover:bg-surface-2 hover:text-ink max-md:hidden"
          onClick={() => setIsOpen(true)}
        >
          {hidden} more
          <span className="sr-only">
            {' '}
            on {weekday} {day} {month}
          </span>
        </button>
      )}
    </fieldset>
  );
}
