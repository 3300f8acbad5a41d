import { localDateOf } from '@health-connect/scheduling/local-time';
import { CalendarX } from 'lucide-react';
import { formatDay, useOwnZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Button } from '../button.js';
import { EmptyState } from '../empty-state.js';
import { weekLabel, weekOf } from './days.js';

interface EmptyWeekProps {
  week: number;
  firstDate: string;
  nextSlotAt: string | null;
  onChange: (week: number) => void;
}

/** A week without free times leads to one that has some, where there is one. */
export function EmptyWeek({ week, firstDate, nextSlotAt, onChange }: EmptyWeekProps) {
  const zone = useOwnZone();
  const now = useNow();
  const nextWeek = weekOf(nextSlotAt, zone, localDateOf(now, zone));
  const leadsOn = nextSlotAt !== null && nextWeek !== week;
  return (
    <EmptyState
      icon={CalendarX}
      title={`No free times ${weekLabel(firstDate)}`}
      className="py-8"
      action={leadsOn && <Button onClick={() => onChange(nextWeek)}>Show {formatDay(nextSlotAt, zone, now)}</Button>}
    >
      {leadsOn ? 'These days are full or off.' : 'New times appear here as the doctor opens them.'}
    </EmptyState>
  );
}
