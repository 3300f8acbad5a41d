import { Schema, type Types } from 'mongoose';
import { createModel } from '../../db/model.js';

/** What a person used up on one day (UTC); a day that is over is forgotten. */
export interface DayUsageRecord {
  /** `2026-11-24 <account id>` */
  _id: string;
  /** Messages that were sent, or may be sent without asking again. */
  messages: number;
  /** Bytes of pictures that arrived. */
  bytes: number;
  expiresAt: Date;
}

/** What a person's uploads take up. */
export interface StorageUsageRecord {
  /** The account's. */
  _id: Types.ObjectId;
  bytes: number;
}

const amount = { type: Number, default: 0 };

const dayUsageSchema = new Schema<DayUsageRecord>(
  { _id: String, messages: amount, bytes: amount, expiresAt: { type: Date, required: true } },
  { versionKey: false },
);
dayUsageSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

const storageUsageSchema = new Schema<StorageUsageRecord>(
  { _id: Schema.Types.ObjectId, bytes: amount },
  { versionKey: false },
);

export const DayUsageModel = createModel('DayUsage', dayUsageSchema);
export const StorageUsageModel = createModel('StorageUsage', storageUsageSchema);
