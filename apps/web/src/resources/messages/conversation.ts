import type { ConversationMeta, Marks, Message } from '@health-connect/contract/messages';
import { higherMarks, type Mark, NO_MARKS, raiseMarks } from './marks.js';

/** What this device has of a conversation. */
export interface Conversation {
  /** By `seq`, each once; a hole is possible while the messages in it are being fetched. */
  messages: readonly Message[];
  mine: Marks;
  theirs: Marks;
  /** The highest `seq` that the server is known to have. */
  lastSeq: number;
}

/** Messages that the server has and this device lacks: those between the two, without them. */
export interface Gap {
  after: number;
  before: number;
}

export const EMPTY_CONVERSATION: Conversation = { messages: [], mine: NO_MARKS, theirs: NO_MARKS, lastSeq: 0 };

/** The other one of a message's two people. */
export const peerOf = ({ senderId, receiverId }: Message, me: string) => (senderId === me ? receiverId : senderId);

/** Adds messages from wherever they come, in any order and as often as they like. */
export function withMessages(conversation: Conversation, added: readonly Message[]): Conversation {
  const messages = mergeBySeq(conversation.messages, added);
  return { ...conversation, messages, lastSeq: Math.max(conversation.lastSeq, messages.at(-1)?.seq ?? 0) };
}

export function withPage(conversation: Conversation, page: readonly Message[], meta: ConversationMeta): Conversation {
  return withConversation(conversation, {
    messages: page,
    mine: meta.mine,
    theirs: meta.theirs,
    lastSeq: meta.lastSeq,
  });
}

/** Joins two views of one conversation: neither loses a message, and no mark goes down. */
export function withConversation(one: Conversation, other: Conversation): Conversation {
  return {
    messages: mergeBySeq(one.messages, other.messages),
    mine: higherMarks(one.mine, other.mine),
    theirs: higherMarks(one.theirs, other.theirs),
    lastSeq: Math.max(one.lastSeq, other.lastSeq),
  };
}

export const withMark = (conversation: Conversation, whose: 'mine' | 'theirs', mark: Mark): Conversation => ({
  ...conversation,
  [whose]: raiseMarks(conversation[whose], mark),
});

/** The first hole after the oldest message that is here, or what is missing at the end; null when all is here. */
export function findGap({ messages, lastSeq }: Conversation): Gap | null {
  for (const [index, { seq }] of messages.entries()) {
    const next = messages[index + 1]?.seq ?? lastSeq + 1;
    if (next > seq + 1) return { after: seq, before: next };
  }
  return null;
}

/** A conversation's first message has the number 1. */
export const hasOlder = ({ messages }: Conversation) => (messages[0]?.seq ?? 1) > 1;

/** How many of the other's messages after `seq` this device has; null where it cannot know. */
export function countUnread({ messages, lastSeq }: Conversation, peerId: string, seq: number): number | null {
  const later = messages.filter((message) => message.seq > seq);
  if (later.length !== Math.max(0, lastSeq - seq)) return null;
  return later.filter(({ senderId }) => senderId === peerId).length;
}

function mergeBySeq(old: readonly Message[], added: readonly Message[]): readonly Message[] {
  const known = new Map(old.map((message) => [message.seq, message]));
  const news = added.filter(({ seq }) => !known.has(seq));
  if (news.length === 0) return old;
  for (const message of news) known.set(message.seq, message);
  return [...known.values()].sort((a, b) => a.seq - b.seq);
}
