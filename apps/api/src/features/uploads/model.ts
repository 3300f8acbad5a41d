import { ROLES } from '@health-connect/contract/roles';
import { UPLOAD_PURPOSES } from '@health-connect/contract/uploads';
import { date, list, number, oneOf, optional, type RecordOf, ref, schemaOf, text } from '../../db/fields.js';
import { createModel } from '../../db/model.js';

const uploadFields = {
  ownerId: ref('Account'),
  ownerRole: oneOf(ROLES),
  purpose: oneOf(UPLOAD_PURPOSES),
  mimeType: text(),
  bytes: number(),
  width: number(),
  height: number(),
  /** Those to whom it was sent in a message. */
  sharedWith: list(ref('Account')),
  createdAt: date(),
  /** Stored at this time and not used since; absent once it is in a profile or a message (and in old documents). */
  unusedSince: optional(date()),
  /** From then on it is seen by nobody, and what is left of it is to be removed. */
  removedAt: optional(date()),
};
export type UploadRecord = RecordOf<typeof uploadFields>;

const uploadSchema = schemaOf(uploadFields, { versionKey: false });
uploadSchema.index({ ownerId: 1, createdAt: -1 });
uploadSchema.index({ unusedSince: 1 }, { sparse: true });
uploadSchema.index({ removedAt: 1 }, { sparse: true });

export const UploadModel = createModel('Upload', uploadSchema);
