import { t } from '@lingui/core/macro';
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
  const monday = mondayOf(date);
  const [from, to] = [dayOf(monday), dayOf(addDays(monday, 6))];

  return (
    <PageHeader
      title={
        isWeek ? (
          t`${from} to ${to}`
        ) : (
          <span className="inline-block first-letter:uppercase">{formatDate(date, 'long')}</span>
        )
      }
      detail={detail}
      actions={
        <div className="flex items-center gap-1">
          <IconButton
            label={isWeek ? t`Week before` : t`Day before`}
            icon={<ChevronLeft aria-hidden="true" />}
            onClick={() => showDate(addDays(date, -step))}
          />
          <Button variant="plain" aria-current={date === today ? 'date' : undefined} onClick={() => showDate(today)}>
            {isWeek ? t`This week` : t`Today`}
          </Button>
          <IconButton
            label={isWeek ? t`Week after` : t`Day after`}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => showDate(addDays(date, step))}
          />
          {isWeek ? (
            <Button icon={<Sun aria-hidden="true" />} onClick={() => showDay(date)}>
              {t`Day`}
            </Button>
          ) : (
            <Button icon={<CalendarDays aria-hidden="true" />} onClick={showWeek}>
              {t`Week`}
            </Button>
          )}
        </div>
      }
    />
  );
}
