import type { ConversationSummary, Marks, Message } from '@health-connect/contract/messages';
import type { AccountRecord, DoctorRecord } from '../../db/accounts.js';
import type { ConversationRecord, MarksRecord, MessageRecord } from './model.js';
import { otherSide, type Side } from './pair.js';

export function presentMessage(message: MessageRecord): Message {
  const { image, appointmentId } = message;
  return {
    _id: message._id.toString(),
    senderId: message.senderId.toString(),
    receiverId: message.receiverId.toString(),
    seq: message.seq,
    type: message.type,
    text: message.text,
    image: image?.url ?? null,
    ...(image && { imageWidth: image.width, imageHeight: image.height }),
    clientId: message.clientId,
    ...(appointmentId && { appointmentId: appointmentId.toString() }),
    createdAt: message.createdAt.toISOString(),
  };
}

const presentMarks = ({ deliveredSeq, readSeq }: MarksRecord): Marks => ({ deliveredSeq, readSeq });

const NO_MARKS: Marks = { deliveredSeq: 0, readSeq: 0 };

export const marksFor = (side: Side, conversation: ConversationRecord | null) => ({
  mine: conversation ? presentMarks(conversation[side]) : NO_MARKS,
  theirs: conversation ? presentMarks(conversation[otherSide(side)]) : NO_MARKS,
});

/** Messages of the other side that this one has not read; one's own never count. */
export function unreadOf(side: Side, conversation: Pick<ConversationRecord, 'lastSeq' | 'doctorCount' | Side>): number {
  const { lastSeq, doctorCount } = conversation;
  const theirs = side === 'doctor' ? lastSeq - doctorCount : doctorCount;
  return Math.max(0, theirs - conversation[side].readCount);
}

export type PeerRecord = Pick<AccountRecord, '_id' | 'name' | 'avatar' | 'role' | 'lastSeenAt'> &
  Partial<Pick<DoctorRecord, 'specialization'>>;

export const presentPeer = ({ _id, name, avatar, role, specialization }: PeerRecord) => ({
  _id: _id.toString(),
  name,
  avatar,
  role,
  ...(specialization !== undefined && { specialization }),
});

export function presentConversation(
  side: Side,
  conversation: ConversationRecord,
  { peer, online, lastMessage }: { peer: PeerRecord; online: boolean; lastMessage: MessageRecord | undefined },
): ConversationSummary {
  return {
    peer: { ...presentPeer(peer), online },
    lastMessage: lastMessage ? presentMessage(lastMessage) : null,
    unread: unreadOf(side, conversation),
    ...marksFor(side, conversation),
  };
}
