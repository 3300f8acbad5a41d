import { CalendarDays, ChevronLeft, ChevronRight, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.js';
import { IconButton } from '../../components/icon-button.js';
import { PageHeader } from '../../components/page-header.js';
import { addDays, formatDate } from '../../lib/time.js';
import { mondayOf } from '../../lib/week.js';
import type { TodayPlace } from './use-today-place.js';

interface TodayHeaderProps {
  place: TodayPlace;
  today: string;
  detail: ReactNode;
}

const dayOf = (date: string) => formatDate(date, 'dayAndMonth');

/** Which day or week this is, and the way to its neighbours. */
export function TodayHeader({ place, today, detail }: TodayHeaderProps) {
  const { date, view, showDate, showDay, showWeek } = place;
  const isWeek = view === 'week';
  const step = isWeek ? 7 : 1;
  const unit = isWeek ? 'Week' : 'Day';
  const monday = mondayOf(date);

  return (
    <PageHeader
      title={isWeek ? `${dayOf(monday)} to ${dayOf(addDays(monday, 6))}` : formatDate(date, 'long')}
      detail={detail}
      actions={
        <div className="flex items-center gap-1">
          <IconButton
            label={`${unit} before`}
            icon={<ChevronLeft aria-hidden="true" />}
            onClick={() => showDate(addDays(date, -step))}
          />
          <Button variant="plain" aria-current={date === today ? 'date' : undefined} onClick={() => showDate(today)}>
            {isWeek ? 'This week' : 'Today'}
          </Button>
          <IconButton
            label={`${unit} after`}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => showDate(addDays(date, step))}
          />
          {isWeek ? (
            <Button icon={<Sun aria-hidden="true" />} onClick={() => showDay(date)}>
              Day
            </Button>
          ) : (
            <Button icon={<CalendarDays aria-hidden="true" />} onClick={showWeek}>
              Week
            </Button>
          )}
        </div>
      }
    />
  );
}
