import { consultsChanged, waitingChanged, watchConsults, watchWaiting } from '@health-connect/contract/consults';
import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLiveLink } from '../../lib/live-link.js';
import { useAccount } from '../../lib/session.js';
import { goingOnQuery, insideQuery, waitingQuery } from './queries.js';

/** Who waits and which consults go on, as the server tells every tab: after a reload, a restart and on a new device too. */
export function useConsultsLive() {
  const client = useQueryClient();
  const link = useLiveLink();
  const isDoctor = useAccount().role === 'doctor';

  useEffect(() => {
    if (!link || !isDoctor) return;
    return follow(client, waitingQuery.queryKey, {
      ask: () => link.send(watchWaiting, {}),
      listen: (tell) => link.listen(waitingChanged, tell),
    });
  }, [client, link, isDoctor]);

  useEffect(() => {
    if (!link) return;
    return follow(client, goingOnQuery.queryKey, {
      ask: () => link.send(watchConsults, {}),
      listen: (tell) => link.listen(consultsChanged, tell),
    });
  }, [client, link]);
}

interface Source<T> {
  ask: () => Promise<T>;
  listen: (tell: (list: T) => void) => () => void;
}

/** Keeps a list as the server tells it. It tells on connect, but perhaps before this code was here: so it is asked too. */
function follow<T>(client: QueryClient, queryKey: QueryKey, { ask, listen }: Source<T>) {
  let isTold = false;
  const stop = listen((list) => {
    isTold = true;
    client.setQueryData(queryKey, list);
  });
  ask()
    .then((list) => {
      if (!isTold) client.setQueryData(queryKey, list);
    })
    // Without an answer there is no connection: the server tells when it is back.
    .catch(() => undefined);
  return () => {
    isTold = true;
    stop();
  };
}

/** Tells the rest of the page that this tab is in a consult from the moment that somebody else is in it, too. */
export function useTellInside(appointmentId: string, isTogether: boolean) {
  const client = useQueryClient();
  useEffect(() => {
    if (isTogether) client.setQueryData(insideQuery.queryKey, appointmentId);
  }, [client, isTogether, appointmentId]);
  useEffect(() => () => void client.setQueryData(insideQuery.queryKey, null), [client]);
}
