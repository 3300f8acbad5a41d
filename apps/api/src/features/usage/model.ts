import { date, id, number, type RecordOf, schemaOf, text } from '../../db/fields.js';
import { createModel } from '../../db/model.js';

/** What a person used up on one day (UTC); a day that is over is forgotten. */
const dayUsageFields = {
  /** `2026-11-24 <account id>` */
  _id: text(),
  /** Messages that were sent, or may be sent without asking again. */
  messages: number({ default: 0 }),
  /** Bytes of pictures that arrived. */
  bytes: number({ default: 0 }),
  expiresAt: date(),
};
export type DayUsageRecord = RecordOf<typeof dayUsageFields>;

const dayUsageSchema = schemaOf(dayUsageFields, { versionKey: false });
dayUsageSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** What a person's uploads take up. `_id` is the account's. */
const storageUsageFields = { _id: id(), bytes: number({ default: 0 }) };

export const DayUsageModel = createModel('DayUsage', dayUsageSchema);
export const StorageUsageModel = createModel('StorageUsage', schemaOf(storageUsageFields, { versionKey: false }));
