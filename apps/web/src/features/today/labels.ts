import type { Appointment } from '@health-connect/contract/appointments';
import { formatWhen } from '../../lib/time.js';

const MINUTE_MS = 60_000;

/** A stretch of time in few words: `8 min`, `1 h 20 min`, `2 days`. */
export function stretch(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / MINUTE_MS));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return countOf(Math.round(hours / 24), 'day');
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** How long ago something was: `just now`, `20 min ago`, `3 h ago`, `2 days ago`. */
export function ago(at: string, now: number): string {
  const passed = now - Date.parse(at);
  if (passed < MINUTE_MS) return 'just now';
  // An hour and some minutes is too fine for a request.
  const whole = passed < 60 * MINUTE_MS ? passed : Math.floor(passed / (60 * MINUTE_MS)) * 60 * MINUTE_MS;
  return `${stretch(whole)} ago`;
}

/** Since when somebody waits: `Just came to the waiting room`, `In the waiting room for 4 min`. */
export function waitingWords(since: string, now: number): string {
  const waited = now - Date.parse(since);
  return waited < MINUTE_MS ? 'Just came to the waiting room' : `In the waiting room for ${stretch(waited)}`;
}

/** Why the patient comes: the reason they chose, and what they wrote about it. */
export const inTheirWords = ({ reason, symptoms }: Pick<Appointment, 'reason' | 'symptoms'>, between = '\n'): string =>
  [reason, symptoms].filter(Boolean).join(between);

/** `Thu 26 Nov, 09:30` on the doctor's clock. */
export const timeLabel = (appointment: Pick<Appointment, 'startsAt'>, zone: string): string =>
  formatWhen(appointment.startsAt, zone);

/** `no visits`, `1 visit`, `2 visits`. */
export const countOf = (count: number, one: string) => `${count || 'no'} ${one}${count === 1 ? '' : 's'}`;
