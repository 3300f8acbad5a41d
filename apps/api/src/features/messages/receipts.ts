import type { SessionUser } from '@health-connect/contract/accounts';
import { marksDelivered, marksRead, type Receipt } from '@health-connect/contract/messages';
import { ensureFound } from '../../http/errors.js';
import { publish } from '../../realtime/publish.js';
import { userRoom } from '../../realtime/rooms.js';
import { ConversationModel, type ConversationRecord, MessageModel } from './model.js';
import { type Pair, pairOf, sideOf } from './pair.js';

/** A device of the user has the other's messages up to `upTo`. */
export async function markDelivered(user: SessionUser, { from, upTo }: Receipt): Promise<void> {
  const pair = pairOf(user, from);
  const side = sideOf(user);
  const before = await raise(pair, upTo, { [`${side}.deliveredSeq`]: upTo });
  if (before[side].deliveredSeq < upTo) announce(marksDelivered, user, from, pair, upTo);
}

/** The user has seen the other's messages up to `upTo`; so they were delivered too. */
export async function markRead(user: SessionUser, { from, upTo }: Receipt): Promise<void> {
  const pair = pairOf(user, from);
  const side = sideOf(user);
  const message = await MessageModel.findOne({ conversationId: pair.id, seq: upTo }, { doctorCount: 1 }).lean();
  ensureFound(message);
  const readCount = side === 'doctor' ? upTo - message.doctorCount : message.doctorCount;
  const before = await raise(pair, upTo, {
    [`${side}.deliveredSeq`]: upTo,
    [`${side}.readSeq`]: upTo,
    [`${side}.readCount`]: readCount,
  });
  if (before[side].readSeq < upTo) announce(marksRead, user, from, pair, upTo);
}

/** High-water marks: a receipt that comes late or twice changes nothing. Gives what was there before. */
async function raise(pair: Pair, upTo: number, marks: Record<string, number>): Promise<ConversationRecord> {
  const before = await ConversationModel.findOneAndUpdate(
    { _id: pair.id, lastSeq: { $gte: upTo } },
    { $max: marks },
    { returnDocument: 'before' },
  ).lean<ConversationRecord>();
  ensureFound(before);
  return before;
}

function announce(
  event: typeof marksDelivered | typeof marksRead,
  user: SessionUser,
  from: string,
  pair: Pair,
  upTo: number,
) {
  const both = [userRoom(pair.doctorId), userRoom(pair.patientId)];
  publish(both, event, { by: user.id, of: from.toLowerCase(), upTo });
}
