import { t } from '@lingui/core/macro';
import { CalendarDays } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { lazy, type Ref, Suspense, useState } from 'react';
import { formatDate } from '../lib/time.js';
import { cx } from './cx.js';
import { useFieldWiring } from './field-context.js';
import { POPOVER } from './overlay-style.js';
import { Skeleton } from './skeleton.js';

const Calendar = lazy(() => import('./calendar.js').then((module) => ({ default: module.Calendar })));

interface DatePickerProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (date: string) => void;
  onBlur?: () => void;
  /** First and last day that can be chosen, `YYYY-MM-DD`. */
  min?: string;
  max?: string;
  /** Lists for month and year: for a date of birth, decades away. */
  farAway?: boolean;
  placeholder?: string;
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  className?: string;
}

/** A day, chosen from a calendar that opens under the field. */
export function DatePicker({ value, onChange, onBlur, placeholder, className, ref, ...rest }: DatePickerProps) {
  const { min, max, farAway, ...own } = rest;
  const [open, setOpen] = useState(false);
  const wiring = useFieldWiring(own);
  const pick = (date: string) => {
    onChange(date);
    setOpen(false);
  };

  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>
        <button
          {...wiring}
          ref={ref}
          type="button"
          onBlur={onBlur}
          className={cx('input flex items-center justify-between gap-2 text-start', className)}
        >
          <span className={value ? undefined : 'text-muted'}>
            {value ? formatDate(value, 'full') : (placeholder ?? t`Choose a day`)}
          </span>
          <CalendarDays aria-hidden="true" className="text-muted" />
        </button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align="start" sideOffset={6} collisionPadding={8} className={cx(POPOVER, 'p-4')}>
          <Suspense fallback={<Skeleton width="17.5rem" height="19rem" className="appear-late" />}>
            <Calendar value={value} onPick={pick} min={min} max={max} farAway={farAway} />
          </Suspense>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
