import { useTellInside } from '../../../resources/consults/live.js';
import { useConsultsGoingOn } from '../../../resources/consults/queries.js';

/**
 * Tells the page that this tab is in the consult from the moment that somebody else is in it, too. Gives since when the
 * consult goes on, in epoch ms, as the server remembers it; null before it began.
 */
export function useConsultClock(appointmentId: string, isTogether: boolean): number | null {
  useTellInside(appointmentId, isTogether);
  const consult = useConsultsGoingOn().find((one) => one.appointmentId === appointmentId);
  return consult ? Date.parse(consult.startedAt) : null;
}
