import type { ConversationSummary, Message } from '@health-connect/contract/messages';
import { type Conversation, EMPTY_CONVERSATION, withMessages } from '../src/resources/messages/conversation.js';
import type { Inbox } from '../src/resources/messages/inbox.js';
import { NO_MARKS } from '../src/resources/messages/marks.js';
import type { OutboxEntry } from '../src/resources/messages/outbox/outbox-entry.js';

export const ANA = 'a'.repeat(24);
export const DR_LEE = 'd'.repeat(24);
export const DR_NOOR = 'e'.repeat(24);

/** A message from Dr. Lee to Ana, one minute after the one before it. */
export const buildMessage = (seq: number, fields: Partial<Message> = {}): Message => ({
  _id: `m${seq}`,
  senderId: DR_LEE,
  receiverId: ANA,
  seq,
  type: 'text',
  text: `text ${seq}`,
  image: null,
  clientId: `client-${seq}`,
  createdAt: new Date(Date.UTC(2026, 10, 20, 16, seq)).toISOString(),
  ...fields,
});

/** The same from Ana to Dr. Lee. */
export const buildOwn = (seq: number, fields: Partial<Message> = {}) =>
  buildMessage(seq, { senderId: ANA, receiverId: DR_LEE, ...fields });

export const buildConversation = (messages: Message[], fields: Partial<Conversation> = {}): Conversation => ({
  ...withMessages(EMPTY_CONVERSATION, messages),
  ...fields,
});

export const buildRow = (peerId: string, fields: Partial<ConversationSummary> = {}): ConversationSummary => ({
  peer: { _id: peerId, name: 'Dr. Lee', avatar: '', role: 'doctor', online: false },
  lastMessage: buildMessage(1),
  unread: 0,
  mine: NO_MARKS,
  theirs: NO_MARKS,
  ...fields,
});

export const buildInbox = (...pages: ConversationSummary[][]): Inbox => ({
  pageParams: pages.map(() => null),
  pages: pages.map((items) => ({
    items,
    meta: { nextCursor: null, unreadTotal: pages.flat().reduce((sum, { unread }) => sum + unread, 0) },
  })),
});

export const buildEntry = (fields: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientId: 'waiting-1',
  to: DR_LEE,
  text: 'on its way',
  image: null,
  createdAt: '2026-11-20T17:00:00.000Z',
  state: { status: 'sending' },
  ...fields,
});

/** What the server answers of a conversation in which nothing was written. */
export const nothingWritten = () => ({
  data: [],
  meta: { nextCursor: null, mine: NO_MARKS, theirs: NO_MARKS, lastSeq: 0 },
});
