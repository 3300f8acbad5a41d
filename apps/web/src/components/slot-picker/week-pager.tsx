import { t } from '@lingui/core/macro';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../icon-button.js';
import { weekLabel } from './days.js';
import type { FreeWeeks } from './free-weeks.js';

export function WeekPager({ week, lastWeek, firstDate, show }: FreeWeeks) {
  return (
    <div className="ms-auto flex items-center gap-1">
      <IconButton label={t`Earlier days`} icon={<ChevronLeft />} disabled={week === 0} onClick={() => show(week - 1)} />
      <span aria-live="polite" className="tabular-nums">
        {weekLabel(firstDate)}
      </span>
      <IconButton
        label={t`Later days`}
        icon={<ChevronRight />}
        disabled={week === lastWeek}
        onClick={() => show(week + 1)}
      />
    </div>
  );
}
