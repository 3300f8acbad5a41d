import { listConversations, readPeer } from '@health-connect/contract/messages';
import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { call, callPage } from '../../lib/call.js';
import { type InboxPage, unreadTotalOf } from './inbox.js';
import { keys } from './keys.js';
import { loadConversation } from './load-conversation.js';

const A_PAGE = 50;

export const inboxQuery = infiniteQueryOptions({
  queryKey: keys.inbox,
  queryFn: ({ pageParam, signal }): Promise<InboxPage> =>
    callPage(listConversations, { query: { limit: A_PAGE, cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ meta }) => meta.nextCursor,
});

/** Messages of others that this person has not seen, over all conversations; loaded by the messages themselves. */
export function useUnreadTotal(): number {
  const { data } = useInfiniteQuery({ ...inboxQuery, enabled: false });
  return data ? unreadTotalOf(data) : 0;
}

export const peerQuery = (peerId: string) =>
  queryOptions({
    queryKey: keys.peer(peerId),
    queryFn: ({ signal }) => call(readPeer, { params: { id: peerId }, signal }),
  });

export const conversationQuery = (peerId: string) =>
  queryOptions({
    queryKey: keys.conversation(peerId),
    queryFn: ({ client, signal }) => loadConversation(client, peerId, signal),
  });
