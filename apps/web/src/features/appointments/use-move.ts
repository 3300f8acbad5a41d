import type { Appointment } from '@health-connect/contract/appointments';
import type { Reader } from './reader.js';
import { useChange } from './use-change.js';

/** Takes another time for a visit, or as its doctor proposes it. */
export function useMove(visit: Appointment, reader: Reader) {
  const change = useChange();
  return async (startsAt: string, comment: string) => {
    // A third time instead of the proposed one: the proposal is declined first, because one that is open holds both.
    if (reader === 'patient' && visit.can.answer) await change(visit, { proposal: 'decline' });
    return change(visit, { startsAt, ...(comment.trim() && { comment: comment.trim() }) });
  };
}
