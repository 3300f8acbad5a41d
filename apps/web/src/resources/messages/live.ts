import { chatMessageSent } from '@health-connect/contract/consults';
import {
  marksDelivered,
  marksRead,
  type Message,
  messageReceived,
  typingStarted,
  typingStopped,
} from '@health-connect/contract/messages';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { type Conversation, countUnread, findGap, peerOf, withMark, withMessages } from './conversation.js';
import { type Inbox, rowsOf, withLastMessage, withOwnMark } from './inbox.js';
import { keys } from './keys.js';
import type { Mark, MarkKind } from './marks.js';
import type { Outbox } from './outbox/outbox.js';
import type { TypingPeople } from './typing.js';

/** What the server tells live, put where the pages read from. */
export function receiveMessage(client: QueryClient, me: string, message: Message) {
  const key = keys.conversation(peerOf(message, me));
  const conversation = client.setQueryData<Conversation>(key, (known) => known && withMessages(known, [message]));
  if (conversation && findGap(conversation)) void client.invalidateQueries({ queryKey: key });

  const known = client.getQueryData<Inbox>(keys.inbox);
  const next = known && withLastMessage(known, message, me);
  if (next) client.setQueryData<Inbox>(keys.inbox, next.inbox);
  if (!next?.complete || isFetchingInbox(client)) void client.invalidateQueries({ queryKey: keys.inbox });
}

/** An answer under way may be older than what just came, and would take it out of the list again. */
const isFetchingInbox = (client: QueryClient) => client.isFetching({ queryKey: keys.inbox }) > 0;

interface ReceiptPayload {
  /** Whose mark it is. */
  by: string;
  /** Whose messages it is about. */
  of: string;
  upTo: number;
}

/** A receipt of the other side, or of this person on another device. */
export function receiveMark(client: QueryClient, me: string, kind: MarkKind, { by, of, upTo }: ReceiptPayload) {
  const mark: Mark = { kind, upTo };
  if (by === me) return markOwn(client, of, mark);
  const key = keys.conversation(by);
  client.setQueryData<Conversation>(key, (known) => known && withMark(known, 'theirs', mark));
}

/** This person has, or has read, the other's messages up to there. */
export function markOwn(client: QueryClient, peerId: string, mark: Mark) {
  const key = keys.conversation(peerId);
  const conversation = client.setQueryData<Conversation>(key, (known) => known && withMark(known, 'mine', mark));
  const unread = conversation ? countUnread(conversation, peerId, mark.upTo) : null;
  const inbox = client.setQueryData<Inbox>(keys.inbox, (known) => known && withOwnMark(known, peerId, mark, unread));
  const row = inbox && rowsOf(inbox).find(({ peer }) => peer._id === peerId);
  const isPart = mark.upTo < (row?.lastMessage?.seq ?? 0);
  const isUnsure = (isPart && unread === null) || isFetchingInbox(client);
  if (mark.kind === 'read' && isUnsure) void client.invalidateQueries({ queryKey: keys.inbox });
}

interface Stores {
  outbox: Outbox;
  typing: TypingPeople;
}

/** Hears of messages, receipts and who is writing, on every page. */
export function useMessagesLive(me: string, { outbox, typing }: Stores) {
  const client = useQueryClient();
  useSocketEvent(messageReceived, (message) => {
    receiveMessage(client, me, message);
    if (message.senderId === me) outbox.remove(message.clientId);
    else typing.stopped(message.senderId);
  });
  useSocketEvent(chatMessageSent, (message) => receiveMessage(client, me, message));
  useSocketEvent(marksDelivered, (receipt) => receiveMark(client, me, 'delivered', receipt));
  useSocketEvent(marksRead, (receipt) => receiveMark(client, me, 'read', receipt));
  useSocketEvent(typingStarted, ({ from }) => typing.started(from));
  useSocketEvent(typingStopped, ({ from }) => typing.stopped(from));
}

/** After every connect, one that Socket.IO calls recovered too, the server is asked for what was missed (CH-5). */
export function useCatchUp() {
  const client = useQueryClient();
  const isConnected = useSocket().connection.state === 'connected';
  useEffect(() => {
    if (isConnected) void client.invalidateQueries({ queryKey: keys.all });
  }, [client, isConnected]);
}
