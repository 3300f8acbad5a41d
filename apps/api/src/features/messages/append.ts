import { LRUCache } from 'lru-cache';
import { Types } from 'mongoose';
import { duplicateKey, ensure, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { inTurn } from './in-turn.js';
import { MessageModel, type MessageRecord } from './model.js';
import type { Pair } from './pair.js';
import { advanceConversation, catchUpConversation, insertMessage } from './writes.js';

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
const tails = new LRUCache<string, Tail>({ max: 20_000 });
/** The last messages that this process announced. */
const announced = new LRUCache<string, true>({ max: 20_000 });

/**
 * Stores a message as the conversation's next one. Two unique indexes decide, whatever races over however many
 * processes: (conversation, seq) gives the order without gaps, (sender, clientId) stores a repeated send once.
 */
export const append = (pair: Pair, draft: Draft, announce: (message: MessageRecord) => void): Promise<Appended> =>
  inTurn(pair.id, async () => {
    const appended = await store(pair, draft);
    const { message, isNew } = appended;
    if (isNew) await advanceConversation({ pair, message });
    const isNews = isNew || (await catchUpConversation({ pair, message }));
    const id = message._id.toString();
    // A process that died before it told anybody has acknowledged nothing: the sender's retry tells it (decision 035).
    if (isNews || !announced.get(id)) announce(message);
    announced.set(id, true);
    return appended;
  });

async function store(pair: Pair, draft: Draft): Promise<Appended> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const tail = tails.get(pair.id) ?? (await readTail(pair.id));
    const next = follow(pair, tail, draft);
    try {
      await insertMessage(next);
      tails.set(pair.id, { seq: next.seq, doctorCount: next.doctorCount });
      return { message: next, isNew: true };
    } catch (error) {
      const fields = duplicateKey(error);
      if (!fields) throw error;
      if (fields.includes('clientId')) return { message: await storedBefore(pair, draft), isNew: false };
      tails.delete(pair.id);
    }
  }
  throw refused('conversation_crowded');
}

async function readTail(conversationId: string): Promise<Tail> {
  const last = await MessageModel.findOne({ conversationId }, { seq: 1, doctorCount: 1 }).sort({ seq: -1 }).lean();
  return last ?? EMPTY;
}

function follow(pair: Pair, tail: Tail, { senderId, appointmentId, ...draft }: Draft): MessageRecord {
  const isDoctor = senderId === pair.doctorId;
  return {
    _id: new Types.ObjectId(),
    conversationId: pair.id,
    seq: tail.seq + 1,
    doctorCount: tail.doctorCount + (isDoctor ? 1 : 0),
    senderId: new Types.ObjectId(senderId),
    receiverId: new Types.ObjectId(isDoctor ? pair.patientId : pair.doctorId),
    ...draft,
    appointmentId: appointmentId === null ? null : new Types.ObjectId(appointmentId),
    createdAt: new Date(now()),
  };
}

async function storedBefore(pair: Pair, { senderId, clientId }: Draft): Promise<MessageRecord> {
  const message = await findByClientId(senderId, clientId);
  ensure(message?.conversationId === pair.id, 'sent_to_someone_else');
  return message;
}

export const findByClientId = (senderId: string, clientId: string) =>
  MessageModel.findOne({ senderId, clientId }).lean<MessageRecord>();
