import { plural, t } from '@lingui/core/macro';
import { formatDate } from '../../lib/time.js';
import type { Column } from './days.js';

interface DayStripProps {
  name: string;
  days: readonly Extract<Column, { kind: 'day' }>[];
  value: string | undefined;
  onChange: (date: string) => void;
}

/** On a phone: which day's times are shown. */
export function DayStrip({ name, days, value, onChange }: DayStripProps) {
  return (
    <div
      role="radiogroup"
      aria-label={t`Day`}
      className="-mx-4 no-scrollbar flex gap-2 overflow-x-auto px-4 pt-1 pb-4 md:hidden"
    >
      {days.map(({ date, slots }) => (
        <label key={date} className="relative flex-[1_0_3.75rem] md:max-w-24">
          <input
            type="radio"
            name={name}
            value={date}
            checked={value === date}
            onChange={() => onChange(date)}
            className="peer absolute inset-0 m-0 size-full cursor-pointer opacity-0"
          />
          <span className="group grid justify-items-center rounded-md bg-surface-2 py-2 text-xs leading-[1.35] font-medium text-muted peer-checked:bg-accent-soft peer-checked:text-on-accent-soft peer-checked:inset-ring-[1.5px] peer-checked:inset-ring-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus">
            {formatDate(date, 'weekday')}{' '}
            <b className="text-lg leading-[1.3] font-semibold text-ink tabular-nums in-[:has(>input:checked)]:text-on-accent-soft">
              {formatDate(date, 'day')}
            </b>{' '}
            {freeWords(slots.length)}
          </span>
        </label>
      ))}
    </div>
  );
}

const freeWords = (count: number) => plural(count, { one: '# free', other: '# free' });
