import { type ReactNode, useMemo, useState } from 'react';
import { strictContext } from './strict-context.js';

export interface LiveVisit {
  /** Where it is going on. */
  path: string;
  /** The other person: "Dr. Te Whatu-Harrington". */
  withName: string;
  /** ISO 8601. */
  startedAt: string;
}

interface LiveVisitContextValue {
  liveVisit: LiveVisit | null;
  /** For the consult feature, which knows; the frame shows "Return to visit". */
  setLiveVisit: (visit: LiveVisit | null) => void;
}

const [LiveVisitContext, useLiveVisit] = strictContext<LiveVisitContextValue>('LiveVisit');
export { useLiveVisit };

export function LiveVisitProvider({ children }: { children: ReactNode }) {
  const [liveVisit, setLiveVisit] = useState<LiveVisit | null>(null);
  const value = useMemo(() => ({ liveVisit, setLiveVisit }), [liveVisit]);
  return <LiveVisitContext value={value}>{children}</LiveVisitContext>;
}
