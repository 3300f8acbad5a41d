import { instantsOf } from '@health-connect/scheduling/wall-clock';

/** The first instant of a local date. In zones whose clock jumps at midnight that is one o'clock. */
export function dayStart(date: string, timeZone: string): Date {
  const instant = instantsOf(date, '00:00', timeZone)[0] ?? instantsOf(date, '01:00', timeZone)[0];
  // A date that a zone skipped whole (Apia, 2011) has no instant; the calendar's own midnight is as good as any.
  return new Date(instant ?? Date.parse(date));
}
