import { messageDelivered } from '@health-connect/contract/messages';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useSocket } from '../../lib/socket-context.js';
import { type Inbox, rowsOf } from './inbox.js';
import { markOwn } from './live.js';

/** Tells the senders that this device has their messages, opened or not. */
export function useDeliveries(inbox: Inbox | undefined) {
  const client = useQueryClient();
  const { connection, send } = useSocket();
  const isConnected = connection.state === 'connected';
  const rows = useMemo(() => (inbox ? rowsOf(inbox) : []), [inbox]);
  const told = useRef(new Map<string, number>());

  useEffect(() => {
    // What was told to a connection that broke may not have arrived.
    if (!isConnected) return told.current.clear();
    for (const { peer, lastMessage, mine, unread } of rows) {
      const upTo = lastMessage?.seq ?? 0;
      const known = Math.max(mine.deliveredSeq, told.current.get(peer._id) ?? 0);
      if (unread === 0 || upTo <= known) continue;
      told.current.set(peer._id, upTo);
      send(messageDelivered, { from: peer._id, upTo }).then(
        () => markOwn(client, peer._id, { kind: 'delivered', upTo }),
        () => told.current.delete(peer._id),
      );
    }
  }, [client, rows, isConnected, send]);
}
