import { type Presence, presenceChanged, watchPresence } from '@health-connect/contract/presence';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { presenceQuery } from './queries.js';

const MOST = 100;

const receivePresence = (client: QueryClient, presence: Presence) =>
  client.setQueryData(presenceQuery(presence.userId).queryKey, presence);

const watch = (client: QueryClient, send: ReturnType<typeof useSocket>['send'], userIds: string[]) =>
  send(watchPresence, { userIds }).then(
    (states) => states.forEach((state) => receivePresence(client, state)),
    // The faces stay as they were; the next connect asks again.
    () => undefined,
  );

/** Who comes and goes, of those that some page asked to be told of. */
export function usePresenceLive() {
  const client = useQueryClient();
  useSocketEvent(presenceChanged, (presence) => void receivePresence(client, presence));
}

/**
 * What two people have to do with each other has changed, and with it perhaps what one may know of the other. The server
 * tells nobody that they are told no more: of those whom it has told of, it is asked anew.
 */
export function usePresenceAgain() {
  const client = useQueryClient();
  const { send } = useSocket();
  return (people: readonly string[]) => {
    const userIds = people.filter((id) => client.getQueryData(presenceQuery(id).queryKey));
    if (userIds.length > 0) void watch(client, send, userIds);
  };
}

/** Asks to be told who of these people comes and goes, anew after every connect. */
export function usePresenceWatch(userIds: readonly string[]) {
  const client = useQueryClient();
  const { connection, send } = useSocket();
  const isConnected = connection.state === 'connected';
  const wanted = [...new Set(userIds)].slice(0, MOST).sort().join(' ');

  useEffect(() => {
    if (!isConnected || wanted === '') return;
    void watch(client, send, wanted.split(' '));
  }, [client, send, isConnected, wanted]);
}
