import type { Appointment } from '@health-connect/contract/appointments';
import { plural } from '@lingui/core/macro';
import { Rows } from '../../../components/rows.js';
import { formatDay, ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import type { Reader } from '../../../resources/appointments/reader.js';
import type { Ask } from '../dialogs/actions.js';
import { AppointmentRow } from '../row/appointment-row.js';

/** With more, the eye looks for the day first. */
const FEW = 5;

interface ComingProps {
  appointments: readonly Appointment[];
  reader: Reader;
  ask: Ask;
}

/** Appointments that are coming; a long list is divided into days. */
export function Coming({ appointments, reader, ask }: ComingProps) {
  const now = useNow();
  const rows = (some: readonly Appointment[]) => (
    <Rows>
      {some.map((appointment) => (
        <AppointmentRow key={appointment._id} appointment={appointment} reader={reader} ask={ask} />
      ))}
    </Rows>
  );
  if (appointments.length <= FEW) return rows(appointments);
  return [...byDay(appointments, now)].map(([day, some]) => (
    <section key={day} aria-label={day} className="mt-5 first-of-type:mt-0">
      <p aria-hidden="true" className="border-b border-line pb-2 text-sm font-medium text-muted">
        {day}
        {some.length > 1 && <span className="font-normal tabular-nums"> · {comingWords(some.length)}</span>}
      </p>
      {rows(some)}
    </section>
  ));
}

const comingWords = (count: number) => plural(count, { one: '# visit', other: '# visits' });

function byDay(appointments: readonly Appointment[], now: number): Map<string, Appointment[]> {
  const days = new Map<string, Appointment[]>();
  for (const appointment of appointments) {
    const day = formatDay(appointment.startsAt, ownZone(), now);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return days;
}
