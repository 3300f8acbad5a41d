import { type ListMessages, readMessages } from '@health-connect/contract/messages';
import type { QueryClient } from '@tanstack/react-query';
import { callPage } from '../../lib/call.js';
import {
  type Conversation,
  EMPTY_CONVERSATION,
  findGap,
  hasOlder,
  withConversation,
  withPage,
} from './conversation.js';
import { type Inbox, rowsOf } from './inbox.js';
import { keys } from './keys.js';

const FIRST_PAGE = 50;
const GAP_PAGE = 100;
/** More than this nobody reads at once. */
const MOST_AT_ONCE = 300;

/** What comes before the oldest message that is here. */
export async function loadOlder(client: QueryClient, peerId: string) {
  const key = keys.conversation(peerId);
  const before = client.getQueryData<Conversation>(key)?.messages[0]?.seq;
  const page = await getPage(peerId, { before, limit: FIRST_PAGE });
  client.setQueryData<Conversation>(key, (known) => known && withPage(known, page.data, page.meta));
}

/** The latest messages; or, where some are here, only what is missing after them (CH-5). */
export async function loadConversation(
  client: QueryClient,
  peerId: string,
  signal: AbortSignal,
): Promise<Conversation> {
  const known = () => client.getQueryData<Conversation>(keys.conversation(peerId)) ?? EMPTY_CONVERSATION;
  const first = known();
  const after = findGap(first)?.after ?? first.messages.at(-1)?.seq;
  const { data, meta } = await getPage(peerId, { after, limit: after === undefined ? FIRST_PAGE : GAP_PAGE }, signal);

  let loaded = withPage(known(), data, meta);
  if (after === undefined) loaded = await reachUnread(client, peerId, loaded, signal);
  for (let gap = findGap(loaded); gap; gap = findGap(loaded)) {
    const page = await getPage(peerId, { ...gap, limit: GAP_PAGE }, signal);
    if (page.data.length === 0) break;
    loaded = withPage(loaded, page.data, page.meta);
  }
  // What came live meanwhile is in the cache, which this answer replaces.
  return withConversation(loaded, known());
}

/** Goes back to the first message that was not read, where the reader will begin, unless that is very long ago. */
async function reachUnread(client: QueryClient, peerId: string, latest: Conversation, signal: AbortSignal) {
  const inbox = client.getQueryData<Inbox>(keys.inbox);
  const unread = inbox ? (rowsOf(inbox).find(({ peer }) => peer._id === peerId)?.unread ?? 0) : 0;
  let loaded = latest;
  const lacksUnread = () => countLoadedUnread(loaded, peerId) < unread && loaded.messages.length < MOST_AT_ONCE;
  while (hasOlder(loaded) && lacksUnread()) {
    const page = await getPage(peerId, { before: loaded.messages[0]?.seq, limit: GAP_PAGE }, signal);
    if (page.data.length === 0) break;
    loaded = withPage(loaded, page.data, page.meta);
  }
  return loaded;
}

const countLoadedUnread = ({ messages, mine }: Conversation, peerId: string) =>
  messages.filter(({ senderId, seq }) => senderId === peerId && seq > mine.readSeq).length;

async function getPage(peerId: string, query: ListMessages, signal?: AbortSignal) {
  const { items, meta } = await callPage(readMessages, {
    params: { receiverId: peerId },
    query,
    ...(signal && { signal }),
  });
  return { data: items, meta };
}
