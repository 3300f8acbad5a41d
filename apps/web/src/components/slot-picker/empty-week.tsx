import { t } from '@lingui/core/macro';
import { CalendarX } from 'lucide-react';
import { formatDay, useOwnZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Button } from '../button.js';
import { EmptyState } from '../empty-state.js';
import { weekLabel } from './days.js';
import type { FreeWeeks } from './free-weeks.js';

/** A week without free times leads to one that has some, where there is one. */
export function EmptyWeek({ week, firstDate, next, show }: FreeWeeks) {
  const zone = useOwnZone();
  const now = useNow();
  const days = weekLabel(firstDate);
  const leadsTo = next?.week === week ? null : next;
  return (
    <EmptyState
      icon={CalendarX}
      title={t`No free times ${days}`}
      className="py-8"
      action={
        leadsTo && <Button onClick={() => show(leadsTo.week)}>{showDay(formatDay(leadsTo.at, zone, now))}</Button>
      }
    >
      {leadsTo ? t`These days are full or off.` : t`New times appear here as the doctor opens them.`}
    </EmptyState>
  );
}

const showDay = (day: string) => t`Show ${day}`;
