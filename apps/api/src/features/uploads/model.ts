import type { Role } from '@health-connect/contract/accounts';
import { UPLOAD_PURPOSES, type UploadPurpose } from '@health-connect/contract/uploads';
import { Schema, type Types } from 'mongoose';
import { createModel } from '../../db/model.js';

export interface UploadRecord {
  _id: Types.ObjectId;
  ownerId: Types.ObjectId;
  ownerRole: Role;
  purpose: UploadPurpose;
  mimeType: string;
  bytes: number;
  width: number;
  height: number;
  /** Those to whom it was sent in a message. */
  sharedWith: Types.ObjectId[];
  createdAt: Date;
  /** Stored at this time and not used since; absent once it is in a profile or a message (and in old documents). */
  unusedSince?: Date;
  /** From then on it is seen by nobody, and what is left of it is to be removed. */
  removedAt?: Date;
}

const uploadSchema = new Schema<UploadRecord>(
  {
    ownerId: { type: Schema.Types.ObjectId, ref: 'Account', required: true },
    ownerRole: { type: String, required: true },
    purpose: { type: String, enum: UPLOAD_PURPOSES, required: true },
    mimeType: { type: String, required: true },
    bytes: { type: Number, required: true },
    width: { type: Number, required: true },
    height: { type: Number, required: true },
    sharedWith: [{ type: Schema.Types.ObjectId, ref: 'Account' }],
    createdAt: { type: Date, required: true },
    unusedSince: Date,
    removedAt: Date,
  },
  { versionKey: false },
);
uploadSchema.index({ ownerId: 1, createdAt: -1 });
uploadSchema.index({ unusedSince: 1 }, { sparse: true });
uploadSchema.index({ removedAt: 1 }, { sparse: true });

export const UploadModel = createModel('Upload', uploadSchema);
