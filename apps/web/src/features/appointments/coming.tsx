import type { Appointment } from '@health-connect/contract/appointments';
import { Rows } from '../../components/rows.js';
import { formatDay, ownZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import type { Ask } from './actions.js';
import type { Reader } from './reader.js';
import { VisitRow } from './visit-row.js';

/** With more, the eye looks for the day first. */
const FEW = 5;

interface ComingProps {
  visits: readonly Appointment[];
  reader: Reader;
  ask: Ask;
}

/** Visits that are coming; a long list is divided into days. */
export function Coming({ visits, reader, ask }: ComingProps) {
  const now = useNow();
  const rows = (some: readonly Appointment[]) => (
    <Rows>
      {some.map((visit) => (
        <VisitRow key={visit._id} visit={visit} reader={reader} ask={ask} />
      ))}
    </Rows>
  );
  if (visits.length <= FEW) return rows(visits);
  return [...byDay(visits, now)].map(([day, some]) => (
    <section key={day} aria-label={day} className="mt-5 first-of-type:mt-0">
      <p aria-hidden="true" className="border-b border-line pb-2 text-sm font-medium text-muted">
        {day} <span className="tabular-nums">{some.length > 1 && some.length}</span>
      </p>
      {rows(some)}
    </section>
  ));
}

function byDay(visits: readonly Appointment[], now: number): Map<string, Appointment[]> {
  const days = new Map<string, Appointment[]>();
  for (const visit of visits) {
    const day = formatDay(visit.startsAt, ownZone(), now);
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return days;
}
