import { event, serverEvent } from './event.js';
import { answers, nothing, pages, route } from './route.js';
import { clearableText, type Infer, id, integer, oneOf, optional, paging, rawText } from './fields.js';
import type { Person } from './accounts.js';
import type { Role } from './roles.js';

/** Patients and doctors; nobody else has conversations. */
export const CONVERSES = ['patient', 'doctor'] as const satisfies readonly Role[];

export const MESSAGE_TYPES = ['text', 'image'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];
export const MAX_MESSAGE_LENGTH = 4000;

/** Made by the client, unique per sender: sent twice is stored once. */
const clientId = () => rawText({ min: 8, max: 64 });

export const messageParams = { receiverId: id() };
export const conversationParams = { id: id() };

/** `before` and `after` are sequence numbers (`seq`) of the conversation. */
export const listMessages = {
  before: optional(integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  after: optional(integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  limit: optional(integer({ min: 1, max: 100 })),
};
export type ListMessages = Infer<typeof listMessages>;

export const sendMessage = {
  text: optional(clearableText(MAX_MESSAGE_LENGTH)),
  /** The id of an upload, or a data URL of an image. */
  image: optional(rawText({ max: 14_000_000 })),
  clientId: clientId(),
};
export type SendMessage = Infer<typeof sendMessage>;

export const socketMessage = {
  to: id(),
  type: oneOf(MESSAGE_TYPES),
  ...sendMessage,
  image: optional(rawText({ max: 300 })),
};
export type SocketMessage = Infer<typeof socketMessage>;

export const receipt = { from: id(), upTo: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) };
export type Receipt = Infer<typeof receipt>;

export const typingTo = { to: id() };
export type TypingTo = Infer<typeof typingTo>;

export interface Message {
  _id: string;
  senderId: string;
  receiverId: string;
  /** The conversation's order, from 1 without gaps. */
  seq: number;
  type: MessageType;
  text: string;
  /** URL of the stored image, or null. */
  image: string | null;
  imageWidth?: number;
  imageHeight?: number;
  clientId: string;
  /** Set where it was written in a consult's side chat. */
  appointmentId?: string;
  createdAt: string;
}

/** High-water marks; they never go down, and read implies delivered. */
export interface Marks {
  deliveredSeq: number;
  readSeq: number;
}

/** `meta` of `GET /message/:receiverId`. */
export interface ConversationMeta {
  nextCursor: string | null;
  mine: Marks;
  theirs: Marks;
  lastSeq: number;
}

/** `GET /message/user/:id`. */
export interface ChatPeer extends Person {
  specialization?: string;
  online: boolean;
  lastSeenAt: string | null;
  /** Whether the reader may ring them (a care relationship). */
  canCall: boolean;
}

/** A row of `GET /message/conversations`, latest first. */
export interface ConversationSummary {
  peer: Person & { specialization?: string; online: boolean };
  lastMessage: Message | null;
  unread: number;
  mine: Marks;
  theirs: Marks;
}

/** `meta` of `GET /message/conversations`. */
export interface ConversationsMeta {
  unreadTotal: number;
  nextCursor: string | null;
}

export const listConversations = route({
  method: 'get',
  path: '/message/conversations',
  allow: CONVERSES,
  query: paging,
  answer: pages<ConversationSummary, ConversationsMeta>(),
  summary: 'The conversations of whoever asks, latest first.',
});

export const readPeer = route({
  method: 'get',
  path: '/message/user/:id',
  allow: CONVERSES,
  params: conversationParams,
  answer: answers<ChatPeer>(),
  summary: 'The other person of a conversation.',
});

export const readMessages = route({
  method: 'get',
  path: '/message/:receiverId',
  allow: CONVERSES,
  params: messageParams,
  query: listMessages,
  answer: pages<Message, ConversationMeta>(),
  summary: 'Messages with somebody, newest first, and how far each of the two has read.',
});

export const sendMessageTo = route({
  method: 'post',
  path: '/message/send/:receiverId',
  allow: CONVERSES,
  params: messageParams,
  body: sendMessage,
  answer: answers<Message>(),
  status: [201, 200],
  errors: ['key_reused', 'quota_exceeded', 'unreadable_image'],
  summary: 'Sends a message; 200 with the first one where its `clientId` was seen.',
});

export const messageSend = event({
  name: 'message-send',
  allow: CONVERSES,
  payload: socketMessage,
  ack: answers<Message>(),
  errors: ['key_reused', 'quota_exceeded', 'unreadable_image'],
  summary: 'Sends a message; the same `clientId` again gets the first one.',
});

export const messageDelivered = event({
  name: 'message-delivered',
  allow: CONVERSES,
  payload: receipt,
  ack: nothing(),
  summary: 'This device has the messages of `from` up to `upTo`.',
});

export const messageRead = event({
  name: 'message-read',
  allow: CONVERSES,
  payload: receipt,
  ack: nothing(),
  summary: 'This person has seen them, in a visible, focused tab.',
});

export const typingStart = event({
  name: 'typing-start',
  allow: CONVERSES,
  payload: typingTo,
  ack: nothing(),
  summary: 'Is typing to somebody; stops by itself after five seconds without news.',
});

export const typingStop = event({
  name: 'typing-stop',
  allow: CONVERSES,
  payload: typingTo,
  ack: nothing(),
  summary: 'Types no more.',
});

export const messageReceived = serverEvent({
  name: 'message-receive',
  payload: answers<Message>(),
  to: 'every device of the two who converse',
  summary: 'A message was stored.',
});

/** `by` has them up to `upTo`; of the messages of `of`. */
interface Mark {
  by: string;
  of: string;
  upTo: number;
}

export const marksDelivered = serverEvent({
  name: 'message-delivered',
  payload: answers<Mark>(),
  to: 'every device of the two who converse, so that unread counts agree',
  summary: 'Messages arrived at a device of the other.',
});

export const marksRead = serverEvent({
  name: 'message-read',
  payload: answers<Mark>(),
  to: 'every device of the two who converse',
  summary: 'Messages were seen.',
});

export const typingStarted = serverEvent({
  name: 'typing-start',
  payload: answers<{ from: string }>(),
  to: 'every device of whom it is typed to',
  summary: 'Somebody types.',
});

export const typingStopped = serverEvent({
  name: 'typing-stop',
  payload: answers<{ from: string }>(),
  to: 'every device of whom it was typed to',
  summary: 'They type no more.',
});
