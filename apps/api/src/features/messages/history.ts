import type { SessionUser } from '@health-connect/contract/accounts';
import type { ConversationMeta, ListMessages } from '@health-connect/contract/messages';
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
): Promise<{ messages: MessageRecord[]; meta: ConversationMeta }> {
  const { pair, conversation } = await requireMayRead(user, otherId);
  const seq = { ...(before !== undefined && { $lt: before }), ...(after !== undefined && { $gt: after }) };
  const found = await MessageModel.find({
    conversationId: pair.id,
    ...(Object.keys(seq).length > 0 && { seq }),
  })
    .sort({ seq: -1 })
    .limit(limit + 1)
    .lean<MessageRecord[]>();
  const messages = found.slice(0, limit);
  return {
    messages,
    meta: {
      nextCursor: found.length > limit ? String(messages.at(-1)!.seq) : null,
      ...marksFor(sideOf(user), conversation),
      lastSeq: conversation?.lastSeq ?? 0,
    },
  };
}
