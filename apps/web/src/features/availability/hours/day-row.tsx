import type { Weekday } from '@health-connect/contract/availability';
import { t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import { IconButton } from '../../../components/icon-button.js';
import { Switch } from '../../../components/switch.js';
import { weekdayName } from '../../../lib/week.js';
import type { DayDraft } from '../draft/draft.js';
import type { RangeProblems } from '../draft/problems.js';
import { CopyDay } from './copy-day.js';
import { nextRange } from './next-range.js';
import { RangeList } from './range-list.js';

interface DayRowProps {
  day: Weekday;
  hours: DayDraft;
  problems: RangeProblems;
  onChange: (change: Partial<DayDraft>) => void;
  onCopy: (to: Weekday[]) => void;
}

/** A weekday: on or off, its hours, and copying them to other days. */
export function DayRow({ day, hours: { isOn, ranges }, problems, onChange, onCopy }: DayRowProps) {
  const name = weekdayName(day);
  const switchTo = (on: boolean) => onChange({ isOn: on, ranges: ranges.length > 0 ? ranges : [nextRange([])] });
  const addRange = () => onChange({ isOn: true, ranges: isOn ? [...ranges, nextRange(ranges)] : [nextRange([])] });

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 py-3 md:grid-cols-[9.75rem_minmax(0,1fr)_auto]">
      <Switch
        label={<span className="inline-block text-md font-medium first-letter:uppercase">{name}</span>}
        checked={isOn}
        onChange={(event) => switchTo(event.target.checked)}
      />
      <div className="max-md:col-span-2 max-md:row-start-2">
        {isOn ? (
          <RangeList
            name={name}
            ranges={ranges}
            problems={problems}
            // A day without hours is a day off.
            onChange={(next) => onChange({ ranges: next, isOn: next.length > 0 })}
          />
        ) : (
          <p className="flex items-center text-sm text-muted max-md:-mt-2 max-md:ps-13 md:min-h-control">{t`No visits`}</p>
        )}
      </div>
      <div className="flex">
        <IconButton label={t`Add hours on ${name}`} icon={<Plus aria-hidden="true" />} onClick={addRange} />
        {isOn ? <CopyDay day={day} onCopy={onCopy} /> : <span className="size-control" />}
      </div>
    </li>
  );
}
