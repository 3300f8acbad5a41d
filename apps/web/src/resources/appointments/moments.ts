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
