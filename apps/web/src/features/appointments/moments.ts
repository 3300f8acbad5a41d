import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { formatNumber } from '../../lib/write.js';

/** Confirmed, its time is up, and nobody has said how it went. */
export const isUnclosed = ({ status, endsAt, can }: Appointment, now: number) =>
  status === 'scheduled' && !can.join && Date.parse(endsAt) < now;

/** `Starts in 8 min`, `Started 3 min ago`; nothing while it is more than a day away. */
export function countdown({ startsAt }: Appointment, now: number): string | null {
  const minutes = Math.round((Date.parse(startsAt) - now) / 60_000);
  if (minutes === 0) return t`Starts now`;
  if (minutes < 0) return startedWords(partsOf(-minutes));
  return minutes < 24 * 60 ? startsWords(partsOf(minutes)) : null;
}

/** Hours and minutes as figures; empty where there are none of them. */
function partsOf(minutes: number): { hours: string; minutes: string } {
  const figure = (count: number) => (count > 0 ? formatNumber(count) : '');
  return { hours: figure(Math.floor(minutes / 60)), minutes: figure(minutes % 60) };
}

function startsWords({ hours, minutes }: ReturnType<typeof partsOf>): string {
  if (!hours) return t`Starts in ${minutes} min`;
  return minutes ? t`Starts in ${hours} h ${minutes} min` : t`Starts in ${hours} h`;
}

function startedWords({ hours, minutes }: ReturnType<typeof partsOf>): string {
  if (!hours) return t`Started ${minutes} min ago`;
  return minutes ? t`Started ${hours} h ${minutes} min ago` : t`Started ${hours} h ago`;
}
