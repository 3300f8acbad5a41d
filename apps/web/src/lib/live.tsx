import type { LiveConsult, WaitingPatient } from '@health-connect/contract/consults';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type LiveLink, useLiveLink } from './live-link.js';
import { useAccount } from './session.js';
import { strictContext } from './strict-context.js';

interface LiveContextValue {
  /** For a doctor: who waits, in every visit, whoever waits longest first. */
  waiting: readonly WaitingPatient[];
  /** The visits of this person that go on, begun on whichever device. */
  visits: readonly LiveConsult[];
  /** The appointment that this tab itself is in, with somebody else; null otherwise. */
  insideOf: string | null;
  /** For the consult feature, which knows. */
  setInsideOf: (appointmentId: string | null) => void;
}

const [LiveContext, useLive] = strictContext<LiveContextValue>('Live');
export { useLive };

/** Who waits and which visits go on, as the server tells every tab: after a reload, a restart and on a new device too. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const isDoctor = useAccount().role === 'doctor';
  const link = useLiveLink();
  const [waiting, setWaiting] = useState<readonly WaitingPatient[]>([]);
  const [visits, setVisits] = useState<readonly LiveConsult[]>([]);
  const [insideOf, setInsideOf] = useState<string | null>(null);

  useEffect(() => {
    if (link && isDoctor) return follow(link, 'waiting', setWaiting);
  }, [link, isDoctor]);
  useEffect(() => {
    if (link) return follow(link, 'consults', setVisits);
  }, [link]);

  const value = useMemo(() => ({ waiting, visits, insideOf, setInsideOf }), [waiting, visits, insideOf]);
  return <LiveContext value={value}>{children}</LiveContext>;
}

interface Lists {
  waiting: readonly WaitingPatient[];
  consults: readonly LiveConsult[];
}

/** Shows a list as the server tells it. It tells on connect, but perhaps before this code was here: so it is asked too. */
function follow<K extends keyof Lists>(link: LiveLink, list: K, show: (entries: Lists[K]) => void) {
  let isTold = false;
  const stop = link.on(`${list}-changed`, ((entries: Lists[K]) => {
    isTold = true;
    show(entries);
  }) as never);
  link
    .request(`${list}-watch`, {})
    .then((entries) => {
      if (!isTold) show(entries as Lists[K]);
    })
    // Without an answer there is no connection: the server tells when it is back.
    .catch(() => undefined);
  return () => {
    isTold = true;
    stop();
  };
}
