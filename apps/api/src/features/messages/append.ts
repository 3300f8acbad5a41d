import { duplicateKey, AppError, ensure } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { BoundedMap } from './bounded-map.js';
import { inTurn } from './in-turn.js';
import { ConversationModel, type ConversationRecord, MessageModel, type MessageRecord } from './model.js';
import type { Pair } from './pair.js';

export type Draft = Pick<MessageRecord, 'type' | 'text' | 'image' | 'clientId'> & {
  senderId: string;
  appointmentId: string | null;
};

export interface Appended {
  message: MessageRecord;
  /** False where the same message was stored before. */
  isNew: boolean;
}

type Tail = Pick<MessageRecord, 'seq' | 'doctorCount'>;

const EMPTY: Tail = { seq: 0, doctorCount: 0 };
const MAX_ATTEMPTS = 50;
/** The last message of busy conversations: a hint that saves a query. A stale one loses at the unique index. */
const tails = new BoundedMap<Tail>(20_000);

/**
 * Stores a message as the conversation's next one. Two unique indexes decide, whatever races over however many
 * processes: (conversation, seq) gives the order without gaps, (sender, clientId) stores a repeated send once.
 */
export const append = (pair: Pair, draft: Draft, announce: (message: MessageRecord) => void): Promise<Appended> =>
  inTurn(pair.id, async () => {
    const appended = await store(pair, draft);
    const wasBehind = await advanceConversation(pair, appended.message);
    // A process that died between the two writes has told nobody; the sender's retry makes up for it.
    if (appended.isNew || wasBehind) announce(appended.message);
    return appended;
  });

async function store(pair: Pair, draft: Draft): Promise<Appended> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const tail = tails.get(pair.id) ?? (await readTail(pair.id));
    const next = follow(pair, tail, draft);
    try {
      const message = (await MessageModel.create(next)).toObject<MessageRecord>();
      tails.set(pair.id, message);
      return { message, isNew: true };
    } catch (error) {
      const fields = duplicateKey(error);
      if (!fields) throw error;
      if (fields.includes('clientId')) return { message: await storedBefore(pair, draft), isNew: false };
      tails.delete(pair.id);
    }
  }
  throw new AppError('unavailable', 'This conversation is very busy. Please send it again.');
}

async function readTail(conversationId: string): Promise<Tail> {
  const last = await MessageModel.findOne({ conversationId }, { seq: 1, doctorCount: 1 }).sort({ seq: -1 }).lean();
  return last ?? EMPTY;
}

const follow = (pair: Pair, tail: Tail, draft: Draft) => ({
  ...draft,
  conversationId: pair.id,
  seq: tail.seq + 1,
  doctorCount: tail.doctorCount + (draft.senderId === pair.doctorId ? 1 : 0),
  receiverId: draft.senderId === pair.doctorId ? pair.patientId : pair.doctorId,
  createdAt: new Date(now()),
});

async function storedBefore(pair: Pair, { senderId, clientId }: Draft): Promise<MessageRecord> {
  const message = await findByClientId(senderId, clientId);
  ensure(
    message?.conversationId === pair.id,
    'key_reused',
    'This message was already sent to someone else. Please write it anew.',
  );
  return message;
}

export const findByClientId = (senderId: string, clientId: string) =>
  MessageModel.findOne({ senderId, clientId }).lean<MessageRecord>();

/** Makes the conversation show this message as its last, unless a later one is there. Tells whether it lagged. */
async function advanceConversation(pair: Pair, message: MessageRecord): Promise<boolean> {
  const { doctorId, patientId } = pair;
  const last = {
    lastSeq: message.seq,
    doctorCount: message.doctorCount,
    lastMessageId: message._id,
    lastAt: message.createdAt,
  } satisfies Partial<ConversationRecord>;
  try {
    const result = await ConversationModel.updateOne(
      { _id: pair.id, lastSeq: { $lt: message.seq } },
      { $set: last, $setOnInsert: { doctorId, patientId } },
      { upsert: true },
    );
    return result.modifiedCount + result.upsertedCount > 0;
  } catch (error) {
    // The upsert met a conversation that is already further.
    if (duplicateKey(error)) return false;
    throw error;
  }
}
