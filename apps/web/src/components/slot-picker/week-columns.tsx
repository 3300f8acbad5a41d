import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { inlineKey } from '../../lib/direction.js';
import { useIsPhone } from '../../lib/use-is-phone.js';
import { DayColumn } from './day-column.js';
import { DayStrip } from './day-strip.js';
import { type Column, columnsOf, gapLabel } from './days.js';
import { isGridKey, stepInGrid } from './grid-keys.js';
import type { TimeRadioGroup } from './time-radio.js';

interface WeekColumnsProps {
  slots: readonly FreeTime[];
  zone: string;
  firstDate: string;
  group: TimeRadioGroup;
  /** What stands there when the week has no free time. */
  empty: ReactNode;
}

const WIDTH: Record<Column['kind'], string> = { day: 'minmax(0, 11rem)', gap: '1.75rem' };

export function WeekColumns({ slots, zone, firstDate, group, empty }: WeekColumnsProps) {
  const [opened, setOpened] = useState<string | null>(null);
  const isPhone = useIsPhone();
  const columns = columnsOf(slots, zone, firstDate);
  const days = columns.filter((column) => column.kind === 'day');
  if (days.length === 0) return empty;

  const wanted = opened ?? (group.value && localDateOf(Date.parse(group.value), zone));
  const shown = days.find(({ date }) => date === wanted)?.date ?? days[0]?.date;
  const moveOn = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLInputElement) || !isGridKey(event.key)) return;
    // The browser's own way through radios is from one to the next, whatever the grid.
    event.preventDefault();
    const times = days.map((day) => day.slots.map(({ startsAt }) => startsAt));
    const to = stepInGrid(times, event.target.value, inlineKey(event.key), isPhone);
    const slot = slots.find(({ startsAt }) => startsAt === to);
    if (!slot) return;
    // Chosen first: what is folded away cannot take the focus.
    flushSync(() => group.onChange(slot));
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${slot.startsAt}"]`)?.focus();
  };

  return (
    <>
      <DayStrip name={`${group.name}-day`} days={days} value={shown} onChange={setOpened} />
      <div
        onKeyDown={moveOn}
        className="justify-start gap-2 md:grid"
        style={{ gridTemplateColumns: columns.map(({ kind }) => WIDTH[kind]).join(' ') }}
      >
        {columns.map((column) =>
          column.kind === 'day' ? (
            <DayColumn
              key={column.date}
              date={column.date}
              slots={column.slots}
              group={group}
              shownOnPhone={column.date === shown}
            />
          ) : (
            <Gap key={column.dates[0]} dates={column.dates} />
          ),
        )}
      </div>
    </>
  );
}

/** Days without free times, named sideways where they would stand. */
function Gap({ dates }: { dates: readonly string[] }) {
  const days = gapLabel(dates);
  return (
    <p className="grid content-start justify-items-center pt-1 max-md:hidden">
      <span aria-hidden="true" className="mb-3 h-12 border-s-2 border-dotted border-line-control" />
      <span className="text-xs font-medium whitespace-nowrap text-muted [writing-mode:vertical-rl]">
        {t`${days}: no times`}
      </span>
    </p>
  );
}
