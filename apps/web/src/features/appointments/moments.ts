import type { Appointment } from '@health-connect/contract/appointments';

/** Confirmed, its time is up, and nobody has said how it went. */
export const isUnclosed = ({ status, endsAt, can }: Appointment, now: number) =>
  status === 'scheduled' && !can.join && Date.parse(endsAt) < now;

/** `Starts in 8 min`, `Started 3 min ago`; nothing while it is more than a day away. */
export function countdown({ startsAt }: Appointment, now: number): string | null {
  const minutes = Math.round((Date.parse(startsAt) - now) / 60_000);
  if (minutes === 0) return 'Starts now';
  if (minutes < 0) return `Started ${span(-minutes)} ago`;
  return minutes < 24 * 60 ? `Starts in ${span(minutes)}` : null;
}

const span = (minutes: number) =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`;
