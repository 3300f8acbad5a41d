import type { Appointment } from '@health-connect/contract/appointments';
import { useEffect, useEffectEvent } from 'react';
import { useLiveVisit } from '../../lib/live-visit.js';
import { paths } from '../../lib/paths.js';
import { useAccount } from '../../lib/session.js';
import { type ConsultRole, otherOf } from './parties.js';

/**
 * Tells the frame of the visit from the moment that somebody else is in it, so that every other page offers the way
 * back. Gives since when it goes on, in epoch ms; a reload does not begin it anew.
 */
export function useVisitBar(appointment: Appointment, role: ConsultRole, talking: boolean): number | null {
  const { _id: userId } = useAccount();
  const { liveVisit, setLiveVisit } = useLiveVisit();
  const path = paths.consult(appointment._id);
  const known = liveVisit?.path === path && liveVisit.userId === userId ? liveVisit : null;

  const enter = useEffectEvent(() => {
    const { name } = otherOf(appointment, role);
    const startedAt = known?.startedAt ?? new Date().toISOString();
    setLiveVisit({ userId, path, withName: name, startedAt, until: appointment.joinUntil, inside: true });
  });
  const leave = useEffectEvent(() => {
    if (known?.inside) setLiveVisit({ ...known, inside: false });
  });

  useEffect(() => {
    if (talking) enter();
  }, [talking]);
  useEffect(() => () => leave(), []);

  return known ? Date.parse(known.startedAt) : null;
}
