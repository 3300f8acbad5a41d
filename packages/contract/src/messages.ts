import { clearableText, type Infer, id, integer, oneOf, optional, rawText } from './fields.js';
import type { Person } from './accounts.js';

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
