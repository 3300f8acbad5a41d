import { wasReloaded } from '../../../lib/device-id.js';

const KEY = 'seat';

/** Remembers in which visit this tab is, so that a reload goes straight back in. */
export function keepSeat(appointmentId: string | null) {
  try {
    if (appointmentId) sessionStorage.setItem(KEY, appointmentId);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage a reload begins at the green room.
  }
}

/** Whether this page was in the visit, or its waiting room, when it was reloaded. */
export function hasSeat(appointmentId: string): boolean {
  try {
    return wasReloaded() && sessionStorage.getItem(KEY) === appointmentId;
  } catch {
    return false;
  }
}
