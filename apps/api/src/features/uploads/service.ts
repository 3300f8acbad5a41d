import type { SessionUser } from '@health-connect/contract/accounts';
import type { UploadPurpose } from '@health-connect/contract/uploads';
import { Types } from 'mongoose';
import { ensureFound, invalid } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { files } from '../../lib/files.js';
import { cleanImage } from './image.js';
import { UploadModel, type UploadRecord } from './model.js';
import { canSee } from './policy.js';

export const uploadUrl = (id: Types.ObjectId) => `/api/uploads/${id.toString()}`;
const fileName = (id: Types.ObjectId) => `${id.toString()}.webp`;

/** Stores a picture of the user's; until it is used it is theirs alone. */
export async function storeImage(user: SessionUser, purpose: UploadPurpose, given: Buffer): Promise<UploadRecord> {
  const { bytes, ...facts } = await cleanImage(given, purpose);
  const _id = new Types.ObjectId();
  await files.put(fileName(_id), bytes);
  const upload = await UploadModel.create({
    _id,
    ownerId: user.id,
    ownerRole: user.role,
    purpose,
    ...facts,
    bytes: bytes.length,
    createdAt: new Date(now()),
  });
  return upload.toObject<UploadRecord>();
}

/** @throws AppError `not_found` for whoever it was not shared with. */
export async function readUpload(
  user: SessionUser | undefined,
  id: string,
): Promise<{ upload: UploadRecord; bytes: Buffer }> {
  const upload = await UploadModel.findById(id).lean<UploadRecord>();
  ensureFound(upload && canSee(user, upload) ? upload : null);
  const bytes = await files.read(fileName(upload!._id));
  ensureFound(bytes);
  return { upload: upload!, bytes };
}

/**
 * What to store as somebody's `avatar`: the URL of a photo that they uploaded (given as its id or URL), the one that
 * is stored already, or nothing.
 */
export async function claimAvatar(user: SessionUser, value: string, current: string): Promise<string> {
  if (value === '' || value === current) return value;
  const upload = await findOwn(user, value, 'avatar');
  if (!upload) throw invalid('avatar', 'Choose a photo that you uploaded.');
  return uploadUrl(upload._id);
}

export interface SharedImage {
  uploadId: Types.ObjectId;
  url: string;
  width: number;
  height: number;
}

/** A picture (data URL, or id or URL of an own upload) that goes to somebody in a message: they may see it too. */
export async function shareImage(user: SessionUser, value: string, withId: string): Promise<SharedImage> {
  const upload = value.startsWith('data:')
    ? await storeImage(user, 'message', readDataUrl(value))
    : await findOwn(user, value, 'message');
  if (!upload) throw invalid('image', 'Choose a picture that you uploaded.');
  await UploadModel.updateOne({ _id: upload._id }, { $addToSet: { sharedWith: withId } });
  return { uploadId: upload._id, url: uploadUrl(upload._id), width: upload.width, height: upload.height };
}

function readDataUrl(value: string): Buffer {
  const data = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(value)?.[1];
  if (!data) throw invalid('image', 'Must be a picture.');
  return Buffer.from(data, 'base64');
}

async function findOwn(user: SessionUser, value: string, purpose: UploadPurpose): Promise<UploadRecord | null> {
  const id = /^(?:\/api\/uploads\/)?([0-9a-f]{24})$/i.exec(value)?.[1];
  return id ? UploadModel.findOne({ _id: id, ownerId: user.id, purpose }).lean<UploadRecord>() : null;
}
