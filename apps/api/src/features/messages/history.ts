import type { SessionUser } from '@health-connect/contract/accounts';
import type { ConversationMeta, ListMessages } from '@health-connect/contract/messages';
import { pageOf } from '../../http/cursor.js';
import { requireMayRead } from './access.js';
import { MessageModel, type MessageRecord } from './model.js';
import { sideOf } from './pair.js';
import { marksFor } from './present.js';

const PAGE = 50;

/**
 * One page of a conversation, newest first: older than `before`, newer than `after`. A client that was away asks
 * `after` its last `seq`, and follows `nextCursor` (as `before`) until it is null: then the gap is closed.
 */
export async function listMessages(
  user: SessionUser,
  otherId: string,
  { before, after, limit = PAGE }: ListMessages,
): Promise<{ items: MessageRecord[]; meta: ConversationMeta }> {
  const { pair, conversation } = await requireMayRead(user, otherId);
  const seq = { ...(before !== undefined && { $lt: before }), ...(after !== undefined && { $gt: after }) };
  const filter = { conversationId: pair.id, ...(Object.keys(seq).length > 0 && { seq }) };
  const { items, nextCursor } = await pageOf(
    limit,
    (most) => MessageModel.find(filter).sort({ seq: -1 }).limit(most).lean<MessageRecord[]>(),
    (last) => String(last.seq),
  );
  return {
    items,
    meta: {
      nextCursor,
      ...marksFor(sideOf(user), conversation),
      lastSeq: conversation?.lastSeq ?? 0,
    },
  };
}
