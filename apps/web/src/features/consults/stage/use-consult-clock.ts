import { useEffect } from 'react';
import { useLive } from '../../../lib/live.js';

/**
 * Tells the frame that this tab is in the visit from the moment that somebody else is in it, too. Gives since when the
 * visit goes on, in epoch ms, as the server remembers it; null before it began.
 */
export function useConsultClock(appointmentId: string, talking: boolean): number | null {
  const { visits, setInsideOf } = useLive();
  useEffect(() => {
    if (talking) setInsideOf(appointmentId);
  }, [talking, appointmentId, setInsideOf]);
  useEffect(() => () => setInsideOf(null), [setInsideOf]);
  const visit = visits.find((one) => one.appointmentId === appointmentId);
  return visit ? Date.parse(visit.startedAt) : null;
}
