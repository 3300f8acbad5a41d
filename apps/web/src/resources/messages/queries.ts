import type { ChatPeer, ConversationsMeta, ConversationSummary } from '@health-connect/contract/messages';
import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { http, request } from '../../lib/http.js';
import { type InboxPage, unreadTotalOf } from './inbox.js';
import { keys } from './keys.js';
import { loadConversation } from './load-conversation.js';

export const inboxQuery = infiniteQueryOptions({
  queryKey: keys.inbox,
  queryFn: async ({ pageParam, signal }): Promise<InboxPage> => {
    const query = { limit: 50, cursor: pageParam };
    const { data, meta } = await request<ConversationSummary[]>('GET', '/message/conversations', undefined, {
      query,
      signal,
    });
    return { items: data, meta: meta as unknown as ConversationsMeta };
  },
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
    queryFn: ({ signal }) => http.get<ChatPeer>(`/message/user/${peerId}`, { signal }),
  });

export const conversationQuery = (peerId: string) =>
  queryOptions({
    queryKey: keys.conversation(peerId),
    queryFn: ({ client, signal }) => loadConversation(client, peerId, signal),
  });
