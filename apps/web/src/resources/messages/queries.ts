import type { Appointment } from '@health-connect/contract/appointments';
import type { ChatPeer, ConversationsMeta, ConversationSummary } from '@health-connect/contract/messages';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http, request } from '../../lib/http.js';
import type { InboxPage } from './inbox.js';
import { keys } from './keys.js';
import { loadConversation } from './load-conversation.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

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

/** Visits that are agreed, soonest first: one of them may be open now. */
export const visitsQuery = queryOptions({
  queryKey: keys.visits,
  queryFn: ({ signal }) => {
    const from = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
    return http.get<Appointment[]>('/appointments', { query: { status: 'scheduled', from, limit: 100 }, signal });
  },
  // A visit opens by the clock, which no event tells.
  refetchInterval: MINUTE_MS,
});
