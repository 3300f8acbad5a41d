import type { Appointment } from '@health-connect/contract/appointments';
import { formatClocks, formatDateAt, formatWhen, useOwnZone } from '../../../lib/time.js';
import { otherZoneOf, type Reader } from '../../../resources/appointments/reader.js';

interface AppointmentTimeProps {
  appointment: Appointment;
  reader: Reader;
  now: number;
}

/** When, on the reader's clock; the other person's below where it differs. */
export function AppointmentTime({ appointment, reader, now }: AppointmentTimeProps) {
  const { startsAt } = appointment;
  const zone = useOwnZone();
  const otherZone = otherZoneOf(appointment, reader);
  const { own, other } = formatClocks(startsAt, zone, otherZone);
  return (
    <p className="leading-snug tabular-nums max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-2">
      <time dateTime={startsAt} className="block font-semibold">
        {formatWhen(startsAt, zone, now)}
      </time>
      {other && (
        <span className="text-sm text-muted">
          {thereWords(other, other.day === own.day ? null : formatDateAt(startsAt, otherZone, 'weekday'))}
        </span>
      )}
    </p>
  );
}

/** A time of another place, and its weekday where it is another. */
const thereWords = ({ time, city }: { time: string; city: string }, weekday: string | null) =>
  weekday === null ? `${time} ${city}` : `${weekday} ${time} ${city}`;
