import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../icon-button.js';
import { LAST_WEEK, weekLabel } from './days.js';

interface WeekPagerProps {
  week: number;
  firstDate: string;
  onChange: (week: number) => void;
}

export function WeekPager({ week, firstDate, onChange }: WeekPagerProps) {
  return (
    <div className="ml-auto flex items-center gap-1">
      <IconButton
        label="Earlier days"
        icon={<ChevronLeft />}
        disabled={week === 0}
        onClick={() => onChange(week - 1)}
      />
      <span aria-live="polite" className="tabular-nums">
        {weekLabel(firstDate)}
      </span>
      <IconButton
        label="Later days"
        icon={<ChevronRight />}
        disabled={week === LAST_WEEK}
        onClick={() => onChange(week + 1)}
      />
    </div>
  );
}
