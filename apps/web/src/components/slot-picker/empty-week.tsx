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
  const leadsTo = next?.week === week ? null : next;
  return (
    <EmptyState
      icon={CalendarX}
      title={`No free times ${weekLabel(firstDate)}`}
      className="py-8"
      action={leadsTo && <Button onClick={() => show(leadsTo.week)}>Show {formatDay(leadsTo.at, zone, now)}</Button>}
    >
      {leadsTo ? 'These days are full or off.' : 'New times appear here as the doctor opens them.'}
    </EmptyState>
  );
}
