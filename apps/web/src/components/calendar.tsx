import { DayPicker } from 'react-day-picker';
import { direction } from '../lib/direction.js';
import { language } from '../lib/language/language.js';
import { firstWeekday } from '../lib/week.js';
import { buttonClass } from './button-style.js';
import { FORMATTERS, LABELS, toDay } from './calendar-words.js';
import { cx } from './cx.js';

interface CalendarProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onPick: (date: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  farAway?: boolean | undefined;
}

const CLASSES = {
  root: 'text-sm',
  months: 'relative',
  month: 'grid gap-3',
  month_caption: 'flex min-h-control items-center px-1 text-md font-semibold',
  nav: 'absolute top-0 end-0 z-10 flex',
  button_previous: buttonClass({ variant: 'plain', size: 'icon' }),
  button_next: buttonClass({ variant: 'plain', size: 'icon' }),
  chevron: 'size-5 fill-current',
  dropdowns: 'flex gap-2',
  dropdown_root: 'relative rounded-md px-2 py-1 hover:bg-surface-3 light:hover:bg-surface-2',
  dropdown: 'absolute inset-0 w-full opacity-0',
  caption_label: 'inline-flex items-center gap-1',
  weekday: 'w-10 pb-1 text-xs font-medium text-muted',
  day: 'p-0 text-center tabular-nums',
  day_button: cx(
    'size-10 rounded-md font-medium hover:bg-surface-3 light:hover:bg-surface-2',
    'in-aria-selected:bg-accent in-aria-selected:text-on-accent disabled:text-disabled disabled:hover:bg-transparent',
  ),
  today: 'font-semibold text-accent-ink',
  outside: 'opacity-50',
};

/** Midnight where the person is: the calendar counts days there. */
const toDate = (day: string) => new Date(`${day}T00:00:00`);

export function Calendar({ value, onPick, min, max, farAway = false }: CalendarProps) {
  const selected = value ? toDate(value) : undefined;
  const latest = max ? toDate(max) : undefined;
  return (
    <DayPicker
      mode="single"
      dir={direction()}
      weekStartsOn={firstWeekday()}
      lang={language()}
      {...(language() !== 'en' && { formatters: FORMATTERS })}
      labels={LABELS}
      autoFocus
      classNames={CLASSES}
      captionLayout={farAway ? 'dropdown' : 'label'}
      selected={selected}
      defaultMonth={selected ?? latest}
      {...(min && { startMonth: toDate(min) })}
      {...(latest && { endMonth: latest })}
      disabled={[...(min ? [{ before: toDate(min) }] : []), ...(latest ? [{ after: latest }] : [])]}
      onSelect={(date) => onPick(date ? toDay(date) : '')}
    />
  );
}
