import type { Appointment } from '@health-connect/contract/appointments';
import { formatClocks, formatDay, formatTime } from '@health-connect/scheduling/format';
import { ownZone } from '../../lib/time.js';
import type { Reader } from './reader.js';

interface VisitTimeProps {
  visit: Appointment;
  reader: Reader;
  now: number;
}

/** When, on the reader's clock; the doctor's below where it differs. */
export function VisitTime({ visit, reader, now }: VisitTimeProps) {
  const { startsAt, timeZone } = visit;
  const zone = ownZone();
  const { own, other } = formatClocks(startsAt, zone, timeZone);
  return (
    <p className="leading-snug tabular-nums max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-2">
      <time dateTime={startsAt} className="block font-semibold">
        {formatDay(startsAt, zone, now)}, {formatTime(startsAt, zone)}
      </time>
      {other && reader === 'patient' && (
        <span className="text-sm text-muted">
          {other.day !== own.day && `${other.day.split(' ')[0]} `}
          {other.time} {other.city}
        </span>
      )}
    </p>
  );
}
