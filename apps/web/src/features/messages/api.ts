import type { Appointment } from '@health-connect/contract/appointments';
import type { ChatPeer, ConversationMeta, ConversationsMeta } from '@health-connect/contract/messages';
import type { ConversationSummary, ListMessages, Message } from '@health-connect/contract/messages';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { http, request } from '../../lib/http.js';
import { EMPTY_CONVERSATION, findGap, withConversation, withPage } from './conversation.js';
import type { Conversation } from './conversation.js';
import type { InboxPage } from './inbox.js';

const FIRST_PAGE = 50;
const GAP_PAGE = 100;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const keys = {
  all: ['messages'] as const,
  inbox: ['messages', 'inbox'] as const,
  conversation: (peerId: string) => ['messages', 'conversation', peerId] as const,
  peer: (peerId: string) => ['messages', 'peer', peerId] as const,
  visits: ['messages', 'visits'] as const,
};

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

/** What comes before the oldest message that is here. */
export async function loadOlder(client: QueryClient, peerId: string) {
  const key = keys.conversation(peerId);
  const before = client.getQueryData<Conversation>(key)?.messages[0]?.seq;
  const page = await getPage(peerId, { before, limit: FIRST_PAGE });
  client.setQueryData<Conversation>(key, (known) => known && withPage(known, page.data, page.meta));
}

/** The latest messages; or, where some are here, only what is missing after them (CH-5). */
async function loadConversation(client: QueryClient, peerId: string, signal: AbortSignal): Promise<Conversation> {
  const known = () => client.getQueryData<Conversation>(keys.conversation(peerId)) ?? EMPTY_CONVERSATION;
  const first = known();
  const after = findGap(first)?.after ?? first.messages.at(-1)?.seq;
  const { data, meta } = await getPage(peerId, { after, limit: after === undefined ? FIRST_PAGE : GAP_PAGE }, signal);

  let loaded = withPage(known(), data, meta);
  for (let gap = findGap(loaded); gap; gap = findGap(loaded)) {
    const page = await getPage(peerId, { ...gap, limit: GAP_PAGE }, signal);
    if (page.data.length === 0) break;
    loaded = withPage(loaded, page.data, page.meta);
  }
  // What came live meanwhile is in the cache, which this answer replaces.
  return withConversation(loaded, known());
}

async function getPage(peerId: string, query: ListMessages, signal?: AbortSignal) {
  const { data, meta } = await request<Message[]>('GET', `/message/${peerId}`, undefined, {
    query,
    ...(signal && { signal }),
  });
  return { data, meta: meta as unknown as ConversationMeta };
}
