import type { Message } from '@health-connect/contract/messages';
import type { Conversation } from '../../../resources/messages/conversation.js';
import type { OutboxEntry, SendState } from '../../../resources/messages/outbox/outbox-entry.js';

export interface Picture {
  src: string;
  width?: number | undefined;
  height?: number | undefined;
}

/** How far one's own message got. */
export type Receipt = SendState | { status: 'sent' } | { status: 'delivered' } | { status: 'read' };

/** A message as it is shown, whether the server has it or not. */
export interface Bubble {
  /** The same before and after the server has it. */
  key: string;
  isMine: boolean;
  text: string;
  picture: Picture | null;
  /** ISO 8601. */
  at: string;
  /** Null while only this device has it. */
  seq: number | null;
  /** Null for the other's messages. */
  receipt: Receipt | null;
}

/** Everything to show of a conversation: what is stored in the server's order, then what is on its way. */
export function bubblesOf(conversation: Conversation, outbox: readonly OutboxEntry[], peerId: string): Bubble[] {
  const stored = conversation.messages.map((message) => storedBubble(message, conversation, peerId));
  const arrived = new Set(stored.map(({ key }) => key));
  const pending = outbox.filter(({ to, clientId }) => to === peerId && !arrived.has(clientId));
  return [...stored, ...pending.map(pendingBubble)];
}

/** The one bubble of mine that tells how far it got; one that failed tells so by itself. */
export const lastOfMine = (bubbles: readonly Bubble[]) =>
  bubbles.findLast(({ isMine, receipt }) => isMine && receipt?.status !== 'failed')?.key ?? null;

function storedBubble(message: Message, { theirs }: Conversation, peerId: string): Bubble {
  const { seq, text, image, imageWidth: width, imageHeight: height } = message;
  const isMine = message.senderId !== peerId;
  const status = seq <= theirs.readSeq ? 'read' : seq <= theirs.deliveredSeq ? 'delivered' : 'sent';
  return {
    key: isMine ? message.clientId : message._id,
    isMine,
    text,
    picture: image === null ? null : { src: image, width, height },
    at: message.createdAt,
    seq,
    receipt: isMine ? { status } : null,
  };
}

const pendingBubble = ({ clientId, text, image, createdAt, state }: OutboxEntry): Bubble => ({
  key: clientId,
  isMine: true,
  text,
  picture: image && { src: image.src },
  at: createdAt,
  seq: null,
  receipt: state,
});
