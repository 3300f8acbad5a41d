import { env } from '../../env.js';
import { duplicateKey, refused } from '../../http/errors.js';
import { waitOf } from '../../http/limits.js';
import { now } from '../../lib/clock.js';
import { DayUsageModel, type DayUsageRecord, StorageUsageModel } from './model.js';

const DAY_MS = 86_400_000;

/** The day of quotas, the same for everybody: it ends at midnight UTC. */
export const today = (): string => new Date(now()).toISOString().slice(0, 10);

/**
 * Takes up to `wanted` of the messages that a person may still send today; gives how many it got. One write to one
 * document, so that any number of processes together never take more than there are.
 */
export async function takeMessages(personId: string, day: string, wanted: number): Promise<number> {
  const messages = { $min: [{ $add: [{ $ifNull: ['$messages', 0] }, wanted] }, env.messagesPerDay] };
  const before = await DayUsageModel.findOneAndUpdate(
    { _id: idOf(personId, day) },
    [{ $set: { messages, bytes: { $ifNull: ['$bytes', 0] }, expiresAt: expiryOf(day) } }],
    { upsert: true, returnDocument: 'before', updatePipeline: true },
  ).lean<DayUsageRecord>();
  return Math.max(0, Math.min(wanted, env.messagesPerDay - (before?.messages ?? 0)));
}

/** @throws AppError `rate_limited` until tomorrow, where a person's pictures of today would be more than they may. */
export async function takeBytes(personId: string, bytes: number): Promise<void> {
  const day = today();
  const _id = idOf(personId, day);
  await DayUsageModel.updateOne(
    { _id },
    { $setOnInsert: { messages: 0, bytes: 0, expiresAt: expiryOf(day) } },
    { upsert: true },
  );
  const room = { bytes: { $lte: env.uploadBytesPerDay - bytes } };
  const { matchedCount } = await DayUsageModel.updateOne({ _id, ...room }, { $inc: { bytes } });
  if (matchedCount === 0) {
    const { seconds, retryAfterSeconds } = untilTomorrow();
    throw refused('pictures_of_today', {
      params: { megabytes: inMegabytes(env.uploadBytesPerDay), seconds },
      retryAfterSeconds,
    });
  }
}

/**
 * Reserves room for a file, before it is stored. `countStored` tells what a person stored before this was counted.
 * @throws AppError `quota_exceeded`.
 */
export async function reserveStorage(
  personId: string,
  bytes: number,
  countStored: () => Promise<number>,
): Promise<void> {
  await beginCounting(personId, countStored);
  const room = { bytes: { $lte: env.storedBytes - bytes } };
  const { matchedCount } = await StorageUsageModel.updateOne({ _id: personId, ...room }, { $inc: { bytes } });
  if (matchedCount > 0) return;
  const usage = await StorageUsageModel.findById(personId).lean();
  const left = inMegabytes(Math.max(0, env.storedBytes - (usage?.bytes ?? 0)));
  throw refused('pictures_fill_account', { params: { megabytes: inMegabytes(env.storedBytes), left } });
}

/** Gives back what a file took up, once it is gone. */
export async function releaseStorage(personId: string, bytes: number): Promise<void> {
  await StorageUsageModel.updateOne({ _id: personId }, { $inc: { bytes: -bytes } });
}

/** Nothing is reserved before this row is there, so that what is counted for it cannot be counted twice. */
async function beginCounting(personId: string, countStored: () => Promise<number>): Promise<void> {
  if (await StorageUsageModel.exists({ _id: personId })) return;
  try {
    await StorageUsageModel.create({ _id: personId, bytes: await countStored() });
  } catch (error) {
    // Somebody else began just now.
    if (!duplicateKey(error)) throw error;
  }
}

const idOf = (personId: string, day: string) => `${day} ${personId}`;
const endOf = (day: string) => Date.parse(day) + DAY_MS;
/** A day longer than it is asked for: clocks of several processes differ. */
const expiryOf = (day: string) => new Date(endOf(day) + DAY_MS);

/** The true rest of the day. */
export const untilTomorrow = () => waitOf(endOf(today()) - now());

const inMegabytes = (bytes: number) => Number((bytes / 1_000_000).toFixed(1));
