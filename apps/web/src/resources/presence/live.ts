import { type Presence, presenceChanged, watchPresence } from '@health-connect/contract/presence';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { presenceQuery } from './queries.js';

const MOST = 100;

const receivePresence = (client: QueryClient, presence: Presence) =>
  client.setQueryData(presenceQuery(presence.userId).queryKey, presence);

/** Who comes and goes, of those that some page asked to be told of. */
export function usePresenceLive() {
  const client = useQueryClient();
  useSocketEvent(presenceChanged, (presence) => void receivePresence(client, presence));
}

/** Asks to be told who of these people comes and goes, anew after every connect. */
export function usePresenceWatch(userIds: readonly string[]) {
  const client = useQueryClient();
  const { connection, send } = useSocket();
  const isConnected = connection.state === 'connected';
  const wanted = [...new Set(userIds)].slice(0, MOST).sort().join(' ');

  useEffect(() => {
    if (!isConnected || wanted === '') return;
    send(watchPresence, { userIds: wanted.split(' ') }).then(
      (states) => states.forEach((state) => receivePresence(client, state)),
      // The faces stay as the list had them; the next connect asks again.
      () => undefined,
    );
  }, [client, send, isConnected, wanted]);
}
