import type { Appointment } from '@health-connect/contract/appointments';

/** Whether a visit can be joined now; if not, why. */
export type Entrance =
  | { at: 'open' }
  | { at: 'early' }
  | { at: 'over' }
  | { at: 'not_confirmed' }
  | { at: 'proposed' }
  | { at: 'cancelled' }
  | { at: 'completed' }
  | { at: 'missed' }
  | { at: 'chat' };

/** The server decides who may join (`can.join`); this finds the words for a no. */
export function entranceOf({ can, status, mode, joinUntil }: Appointment, now: number): Entrance {
  if (can.join) return { at: 'open' };
  switch (status) {
    case 'pending':
      return { at: 'not_confirmed' };
    case 'rescheduled':
      return { at: 'proposed' };
    case 'cancelled':
      return { at: 'cancelled' };
    case 'completed':
      return { at: 'completed' };
    case 'no_show':
      return { at: 'missed' };
    case 'scheduled':
      if (mode === 'chat') return { at: 'chat' };
      return { at: now > Date.parse(joinUntil) ? 'over' : 'early' };
  }
}

const SOON_MS = 1_000;
const LATER_MS = 30_000;

/** When to ask the server again whether a visit that is not open yet has opened; false where no waiting helps. */
export function askAgainIn(appointment: Appointment | undefined, now: number): number | false {
  if (!appointment || entranceOf(appointment, now).at !== 'early') return false;
  return Math.min(LATER_MS, Math.max(SOON_MS, Date.parse(appointment.joinFrom) - now));
}
