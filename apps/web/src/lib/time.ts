import { formatClocks } from '@health-connect/scheduling/format';

/** The reader's own zone, as the browser knows it. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zones that a person may choose; UTC too, which browsers leave out of their list. */
export const allZones = () => [...new Set([...Intl.supportedValuesOf('timeZone'), ownZone(), 'UTC'])].sort();

type Whose = 'doctor' | 'patient';

/** What <Clocks> shows: the reader's clock and, where it differs, the other person's. */
export function clocksFor(startsAt: string, otherZone: string, whose: Whose, zone = ownZone()) {
  const { own, other } = formatClocks(startsAt, zone, otherZone);
  return {
    own: { time: `${own.day}, ${own.time}`, place: `${own.city}, your time`, at: startsAt },
    other: other && { time: `${other.day}, ${other.time}`, place: `${other.city}, the ${whose}’s time`, at: startsAt },
  };
}
