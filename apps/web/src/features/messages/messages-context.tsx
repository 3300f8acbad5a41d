import type { ConversationSummary } from '@health-connect/contract/messages';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useAccount } from '../../lib/session.js';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { strictContext } from '../../lib/strict-context.js';
import { useUnread } from '../../lib/unread.js';
import { inboxQuery } from '../../resources/messages/queries.js';
import { Drafts } from './composer/drafts.js';
import { rowsOf, unreadTotalOf } from '../../resources/messages/inbox.js';
import { keys } from '../../resources/messages/keys.js';
import { ListPlace } from './inbox/list-place.js';
import { receiveMark, receiveMessage, receivePresence } from '../../resources/messages/live.js';
import type { Outbox } from '../../resources/messages/outbox/outbox.js';
import { TypingPeople } from '../../resources/messages/typing.js';
import { useDeliveries } from '../../resources/messages/use-deliveries.js';
import { useSending } from './outbox/use-sending.js';

interface MessagesContextValue {
  outbox: Outbox;
  typing: TypingPeople;
  drafts: Drafts;
  listPlace: ListPlace;
}

const [MessagesContext, useMessages] = strictContext<MessagesContextValue>('Messages');
export { useMessages };

const NO_ROWS: ConversationSummary[] = [];

/** Conversations live on every page: they arrive, count as unread and leave whatever page is open. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const { _id: me, role } = useAccount();
  const canChat = role === 'patient' || role === 'doctor';
  const outbox = useSending(me);
  const [typing] = useState(() => new TypingPeople());
  const [drafts] = useState(() => new Drafts());
  const [listPlace] = useState(() => new ListPlace());
  const { data: inbox } = useInfiniteQuery({ ...inboxQuery, enabled: canChat });

  useDeliveries(useMemo(() => (inbox ? rowsOf(inbox) : NO_ROWS), [inbox]));
  useLiveEvents(me, outbox, typing);
  useCatchUp();
  useUnreadTotal(inbox ? unreadTotalOf(inbox) : 0);
  useEffect(() => () => typing.clear(), [typing]);

  const value = useMemo(() => ({ outbox, typing, drafts, listPlace }), [outbox, typing, drafts, listPlace]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

function useLiveEvents(me: string, outbox: Outbox, typing: TypingPeople) {
  const client = useQueryClient();
  useSocketEvent('message-receive', (message) => {
    receiveMessage(client, me, message);
    if (message.senderId === me) outbox.remove(message.clientId);
    else typing.stopped(message.senderId);
  });
  useSocketEvent('message-delivered', (told) => receiveMark(client, me, 'delivered', told));
  useSocketEvent('message-read', (told) => receiveMark(client, me, 'read', told));
  useSocketEvent('presence', (presence) => receivePresence(client, presence));
  useSocketEvent('typing-start', ({ from }) => typing.started(from));
  useSocketEvent('typing-stop', ({ from }) => typing.stopped(from));
  useSocketEvent('appointment-changed', () => void client.invalidateQueries({ queryKey: keys.visits }));
}

/** After every connect, one that Socket.IO calls recovered too, the server is asked for what was missed (CH-5). */
function useCatchUp() {
  const client = useQueryClient();
  const isConnected = useSocket().connection.state === 'connected';
  useEffect(() => {
    if (isConnected) void client.invalidateQueries({ queryKey: keys.all });
  }, [client, isConnected]);
}

function useUnreadTotal(total: number) {
  const { setUnreadTotal } = useUnread();
  useEffect(() => {
    setUnreadTotal(total);
    return () => setUnreadTotal(0);
  }, [total, setUnreadTotal]);
}
