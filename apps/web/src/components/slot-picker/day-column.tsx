import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { formatDate } from '../../lib/time.js';
import { cx } from '../cx.js';
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
  // What is chosen never hides in the fold: the arrow keys open it by going on.
  const folds =
    slots.length > ROWS && !isOpen && !slots.slice(ROWS - 1).some(({ startsAt }) => startsAt === group.value);
  const day = formatDate(date);
  const hidden = folds ? slots.length - ROWS + 1 : 0;

  return (
    <fieldset
      className={cx(
        'content-start gap-2 max-md:grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] md:grid md:gap-1.5',
        shownOnPhone ? 'grid' : 'max-md:hidden',
      )}
    >
      <legend className="w-full pb-2 text-center text-sm leading-[1.35] max-md:sr-only">
        <b className="block text-md font-semibold">{formatDate(date, 'weekday')}</b>{' '}
        <span className="text-muted">{formatDate(date, 'dayAndMonth')}</span>
      </legend>
      {slots.map((slot, index) => (
        <TimeRadio
          key={slot.startsAt}
          slot={slot}
          {...group}
          className={cx(folds && index >= ROWS - 1 && 'md:hidden')}
        />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          // The grid is one stop of the Tab key; in it the arrows lead on into what is folded.
          tabIndex={-1}
          className="min-h-10 rounded-md text-sm font-medium text-muted hover:bg-surface-2 hover:text-ink max-md:hidden"
          onClick={() => setIsOpen(true)}
        >
          <Trans>
            {hidden} more<span className="sr-only"> on {day}</span>
          </Trans>
        </button>
      )}
    </fieldset>
  );
}
