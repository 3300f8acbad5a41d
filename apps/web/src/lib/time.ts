import { formatClock, formatClocks, type Moment } from '@health-connect/scheduling/format';

/** The reader's own zone, as the browser knows it. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones that a person may choose; UTC too, which browsers leave out of their list. */
export const allZones = () => [...new Set([...Intl.supportedValuesOf('timeZone'), ownZone(), 'UTC'])].sort();

/** A zone as people read it: `Los Angeles (UTC−08:00)`; at a moment, because the offset moves with the seasons. */
export function zoneLabel(moment: Moment, zone = ownZone()) {
  const { city, offset } = formatClock(moment, zone);
  return city.startsWith('UTC') ? city : `${city} (UTC${offset})`;
}

/** `days` after a local date, on the calendar: `addDays('2026-02-28', 1)` is `2026-03-01`. */
export function addDays(date: string, days: number) {
  const midnight = new Date(`${date}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + days);
  return midnight.toISOString().slice(0, 10);
}

type Whose = 'doctor' | 'patient';

/** What <Clocks> shows: the reader's clock and, where it differs, the other person's. */
export function clocksFor(startsAt: string, otherZone: string, whose: Whose, zone = ownZone()) {
  const { own, other } = formatClocks(startsAt, zone, otherZone);
  return {
    own: { time: `${own.day}, ${own.time}`, place: `${own.city}, your time`, at: startsAt },
    other: other && { time: `${other.day}, ${other.time}`, place: `${other.city}, the ${whose}’s time`, at: startsAt },
  };
}
