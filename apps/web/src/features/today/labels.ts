import type { Appointment } from '@health-connect/contract/appointments';
import { plural, t } from '@lingui/core/macro';
import { formatWhen } from '../../lib/time.js';
import { formatNumber } from '../../lib/write.js';
import { reasonName } from '../../resources/appointments/usual-reasons.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A stretch of time in few words: `8 min`, `1 h 20 min`, `2 days`. */
export function stretch(ms: number): string {
  const whole = Math.max(0, Math.round(ms / MINUTE_MS));
  const [hours, minutes] = [formatNumber(Math.floor(whole / 60)), formatNumber(whole % 60)];
  if (whole < 60) return t`${minutes} min`;
  const days = Math.round(Math.floor(whole / 60) / 24);
  if (whole >= 24 * 60) return plural(days, { one: '# day', other: '# days' });
  return whole % 60 === 0 ? t`${hours} h` : t`${hours} h ${minutes} min`;
}

/** How long ago something was: `just now`, `20 min ago`, `3 h ago`, `2 days ago`. */
export function ago(at: string, now: number): string {
  const passed = now - Date.parse(at);
  if (passed < MINUTE_MS) return t`just now`;
  // An hour and some minutes is too fine for a request.
  const [hours, minutes] = [Math.floor(passed / HOUR_MS), formatNumber(Math.round(passed / MINUTE_MS))];
  if (hours === 0) return t`${minutes} min ago`;
  const days = Math.round(hours / 24);
  if (hours >= 24) return plural(days, { one: '# day ago', other: '# days ago' });
  const whole = formatNumber(hours);
  return t`${whole} h ago`;
}

/** Since when somebody waits: `Just came to the waiting room`, `In the waiting room for 4 min`. */
export function waitingWords(since: string, now: number): string {
  const waited = now - Date.parse(since);
  const time = stretch(waited);
  return waited < MINUTE_MS ? t`Just came to the waiting room` : t`In the waiting room for ${time}`;
}

/** Why the patient comes: the reason they chose, and what they wrote about it. */
export const inTheirWords = ({ reason, symptoms }: Pick<Appointment, 'reason' | 'symptoms'>, between = '\n'): string =>
  [reasonName(reason), symptoms].filter(Boolean).join(between);

/** `Thu 26 Nov, 09:30` on the doctor's clock. */
export const timeLabel = (appointment: Pick<Appointment, 'startsAt'>, zone: string): string =>
  formatWhen(appointment.startsAt, zone);

/** How it is held, in a row of facts: `video`. */
export const modeLabel = (mode: Appointment['mode']): string => (mode === 'video' ? t`video` : t`chat`);

/** `no visits`, `1 visit`, `2 visits`. */
export const appointmentCount = (count: number): string =>
  plural(count, { 0: 'no visits', one: '# visit', other: '# visits' });
