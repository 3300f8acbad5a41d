import { mongo } from 'mongoose';
import { duplicateKey } from '../../http/errors.js';
import { createBatcher } from '../../lib/batch.js';
import { ConversationModel, type ConversationRecord, MessageModel, type MessageRecord } from './model.js';
import type { Pair } from './pair.js';

const MOST = 200;
const NO_MARKS = { deliveredSeq: 0, readSeq: 0, readCount: 0 };

// Written through the driver, with records that are complete as they are: casting each again would cost as much as
// storing it.

/** Stores a message. @throws E11000 where its number or client id is taken. */
export const insertMessage = createBatcher<MessageRecord>(async (messages) => {
  if (messages.length === 1) {
    await MessageModel.collection.insertOne(messages[0]!);
    return [null];
  }
  const failed = await failuresOf(MessageModel.collection.insertMany(messages, { ordered: false }));
  // A failure in a bulk does not say which index refused; asked alone, the same insert does.
  return Promise.all(messages.map((message, index) => (failed.has(index) ? insertAlone(message) : null)));
}, MOST);

const insertAlone = (message: MessageRecord) =>
  MessageModel.collection.insertOne(message).then(
    () => null,
    (error: Error) => error,
  );

interface Advance {
  pair: Pair;
  message: MessageRecord;
}

/** Makes a conversation show this message as its last, unless a later one is there. */
export const advanceConversation = createBatcher<Advance>(async (advances) => {
  const writes = advances.map((advance) => ({ updateOne: updateOf(advance) }));
  // An upsert that is refused met a conversation that is already further.
  await failuresOf(ConversationModel.collection.bulkWrite(writes as never, { ordered: false }));
}, MOST);

/** The same for a message that was stored before; tells whether the conversation lagged behind it. */
export async function catchUpConversation(advance: Advance): Promise<boolean> {
  const { filter, update, upsert } = updateOf(advance);
  try {
    const { modifiedCount, upsertedCount } = await ConversationModel.updateOne(filter, update, { upsert });
    return modifiedCount + upsertedCount > 0;
  } catch (error) {
    if (duplicateKey(error)) return false;
    throw error;
  }
}

function updateOf({ pair, message }: Advance) {
  const last = {
    lastSeq: message.seq,
    doctorCount: message.doctorCount,
    lastMessageId: message._id,
    lastAt: message.createdAt,
  } satisfies Partial<ConversationRecord>;
  const doctorIsSender = message.senderId.toString() === pair.doctorId;
  return {
    filter: { _id: pair.id, lastSeq: { $lt: message.seq } },
    update: {
      $set: last,
      $setOnInsert: {
        doctorId: doctorIsSender ? message.senderId : message.receiverId,
        patientId: doctorIsSender ? message.receiverId : message.senderId,
        doctor: NO_MARKS,
        patient: NO_MARKS,
      },
    },
    upsert: true,
  };
}

/** Which of a bulk's writes were refused by a unique index; any other failure is thrown. */
async function failuresOf(write: Promise<unknown>): Promise<Set<number>> {
  try {
    await write;
    return new Set();
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    // A lost connection has this class too, without a write error: nothing is known to be stored then.
    if (failures.length === 0) throw error.errorResponse instanceof Error ? error.errorResponse : error;
    if (failures.some(({ code }) => code !== 11000)) throw error;
    return new Set(failures.map(({ index }) => index));
  }
}
