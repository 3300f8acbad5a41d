import type { Appointment } from '@health-connect/contract/appointments';

const LONGEST_MS = 60_000;
const SHORTEST_MS = 1_000;
/** So that the server's clock, too, is past the moment. */
const MARGIN_MS = 500;

/** How long until something of these appointments changes by the clock alone: the room opens, the appointment starts, a proposal or a request lapses. */
export function untilNextMoment(appointments: readonly Appointment[], now: number): number {
  const moments = appointments
    .flatMap(({ joinFrom, startsAt, endsAt, joinUntil, proposed, answerBy }) => [
      joinFrom,
      startsAt,
      endsAt,
      joinUntil,
      ...(proposed ? [proposed.answerBy] : []),
      ...(answerBy ? [answerBy] : []),
    ])
    .map((moment) => Date.parse(moment) + MARGIN_MS - now)
    .filter((left) => left > 0);
  return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, ...moments));
}

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
