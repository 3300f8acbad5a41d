import type { SessionUser } from '@health-connect/contract/accounts';
import type { ChatPeer, ConversationsMeta, ConversationSummary } from '@health-connect/contract/messages';
import { AccountModel } from '../../db/accounts.js';
import { ensureFound } from '../../http/errors.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, pageOf } from '../../http/cursor.js';
import { hasCareRelationship } from '../appointments/service.js';
import { requireMayRead } from './access.js';
import { ConversationModel, type ConversationRecord, MessageModel, type MessageRecord } from './model.js';
import { sideOf } from './pair.js';
import { watch } from './presence.js';
import { type PeerRecord, presentConversation, presentPeer, unreadOf } from './present.js';

const PEER_FIELDS = { name: 1, avatar: 1, role: 1, lastSeenAt: 1, specialization: 1 } as const;

/** The user's conversations, latest first; the count of all unread messages comes with the first page. */
export async function listConversations(
  user: SessionUser,
  { limit = DEFAULT_PAGE, cursor }: { limit?: number; cursor?: string },
): Promise<{ items: ConversationSummary[]; meta: ConversationsMeta }> {
  const side = sideOf(user);
  const mine = side === 'doctor' ? { doctorId: user.id } : { patientId: user.id };
  const after = decodeCursor(cursor, ['number', 'string']);
  const [{ items, nextCursor }, unreadTotal] = await Promise.all([
    pageOf(
      limit,
      (most) =>
        ConversationModel.find({ ...mine, ...(after && olderThan(new Date(after[0]), after[1])) })
          .sort({ lastAt: -1, _id: -1 })
          .limit(most)
          .lean<ConversationRecord[]>(),
      ({ lastAt, _id }) => encodeCursor([lastAt.getTime(), _id]),
    ),
    countUnread(user),
  ]);
  return { items: await summarise(user, items), meta: { unreadTotal, nextCursor } };
}

const olderThan = (lastAt: Date, id: string) => ({
  $or: [{ lastAt: { $lt: lastAt } }, { lastAt, _id: { $lt: id } }],
});

async function countUnread(user: SessionUser): Promise<number> {
  const side = sideOf(user);
  const mine = side === 'doctor' ? { doctorId: user.id } : { patientId: user.id };
  const all = await ConversationModel.find(mine, { lastSeq: 1, doctorCount: 1, doctor: 1, patient: 1 }).lean();
  return all.reduce((sum, conversation) => sum + unreadOf(side, conversation), 0);
}

async function summarise(user: SessionUser, conversations: ConversationRecord[]): Promise<ConversationSummary[]> {
  const side = sideOf(user);
  const peerIds = conversations.map((conversation) => peerOf(user, conversation));
  const [peers, messages, { states }] = await Promise.all([
    AccountModel.find({ _id: { $in: peerIds } }, PEER_FIELDS).lean<PeerRecord[]>(),
    MessageModel.find({ _id: { $in: conversations.map(({ lastMessageId }) => lastMessageId) } }).lean<
      MessageRecord[]
    >(),
    watch(user, peerIds),
  ]);
  const peersById = new Map(peers.map((peer) => [peer._id.toString(), peer]));
  const messagesByConversation = new Map(messages.map((message) => [message.conversationId, message]));
  return conversations.flatMap((conversation, index) => {
    const peer = peersById.get(peerIds[index]!);
    if (!peer) return [];
    const lastMessage = messagesByConversation.get(conversation._id);
    return [presentConversation(side, conversation, { peer, online: states[index]!.online, lastMessage })];
  });
}

const peerOf = (user: SessionUser, { doctorId, patientId }: ConversationRecord) =>
  (user.role === 'doctor' ? patientId : doctorId).toString();

/** The other person of a conversation, for its header; who may no longer write sees them as offline. */
export async function readPeer(user: SessionUser, otherId: string): Promise<ChatPeer> {
  const { pair } = await requireMayRead(user, otherId);
  const [peer, { states }, canCall] = await Promise.all([
    AccountModel.findById(otherId, PEER_FIELDS).lean<PeerRecord>(),
    watch(user, [otherId]),
    hasCareRelationship(pair.doctorId, pair.patientId),
  ]);
  ensureFound(peer);
  const { online, lastSeenAt } = states[0]!;
  return { ...presentPeer(peer), online, lastSeenAt, canCall };
}
