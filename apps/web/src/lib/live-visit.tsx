import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { wasReloaded } from './device-id.js';
import { paths } from './paths.js';
import { useSocketEvent } from './socket-context.js';
import { strictContext } from './strict-context.js';

export interface LiveVisit {
  /** Whose it is, in case somebody else signs in here. */
  userId: string;
  /** Where it is going on. */
  path: string;
  /** The other person: "Dr. Te Whatu-Harrington". */
  withName: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601: when it can be joined no more. */
  until: string;
  /** This tab is in it now; otherwise it can be returned to. */
  inside: boolean;
}

interface LiveVisitContextValue {
  liveVisit: LiveVisit | null;
  /** For the consult feature, which knows; the frame shows "Return to visit". */
  setLiveVisit: (visit: LiveVisit | null) => void;
}

const [LiveVisitContext, useLiveVisit] = strictContext<LiveVisitContextValue>('LiveVisit');
export { useLiveVisit };

const KEY = 'live-visit';

/** The visit that was begun in this tab; it stays until it is completed or over, also past its end (ROOM-6). */
export function LiveVisitProvider({ children }: { children: ReactNode }) {
  const [liveVisit, keep] = useState(readKept);
  const setLiveVisit = useCallback((visit: LiveVisit | null) => {
    keep(visit);
    write(visit);
  }, []);
  const value = useMemo(() => ({ liveVisit, setLiveVisit }), [liveVisit, setLiveVisit]);
  return <LiveVisitContext value={value}>{children}</LiveVisitContext>;
}

/** Forgets the visit as soon as it is completed or cancelled, on whichever page this person is. */
export function useEndOfLiveVisit() {
  const { liveVisit, setLiveVisit } = useLiveVisit();
  useSocketEvent('appointment-changed', ({ _id, status }) => {
    if (liveVisit?.path === paths.consult(_id) && status !== 'scheduled') setLiveVisit(null);
  });
}

/** A reload keeps the visit; a copy of the tab is not in it. */
function readKept(): LiveVisit | null {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept !== null && wasReloaded() ? (JSON.parse(kept) as LiveVisit) : null;
  } catch {
    return null;
  }
}

function write(visit: LiveVisit | null) {
  try {
    if (visit) sessionStorage.setItem(KEY, JSON.stringify(visit));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage the visit is remembered until the page is left.
  }
}
