import type { SessionUser } from '@health-connect/contract/accounts';
import type { UploadPurpose } from '@health-connect/contract/uploads';
import type { Types } from 'mongoose';
import { AccountModel } from '../../db/accounts.js';
import { ensureFound, invalid } from '../../http/errors.js';
import { files } from '../../lib/files.js';
import { repeat } from '../../lib/repeat.js';
import { cleanTempFiles } from '../../lib/temp-files.js';
import { UploadModel, type UploadRecord } from './model.js';
import { fileName, uploadIdIn, uploadUrl } from './names.js';
import { canSee } from './policy.js';
import { removeUpload, sweepUploads } from './removal.js';
import { storeImage } from './store.js';

export { stopDecoders } from './image.js';
export { storeImage, storeImageFile } from './store.js';

const SWEEP_MS = 10 * 60_000;

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
 * Makes a photo that the user uploaded (given as its id or URL) theirs, or takes theirs away (empty). The one before
 * is removed: which that was is said by the write itself, so that of two changes at once none leaves a photo behind.
 */
export async function changeAvatar(user: SessionUser, value: string): Promise<void> {
  const current = await AccountModel.findById(user.id, { avatar: 1 }).lean();
  if (value === current?.avatar) return;
  const upload = value === '' ? null : await useOwn(user, value, 'avatar');
  if (value !== '' && !upload) throw invalid('avatar', 'not_your_photo');
  const avatar = upload ? uploadUrl(upload._id) : '';
  const before = await AccountModel.findOneAndUpdate(
    { _id: user.id, role: user.role },
    { $set: { avatar } },
    { returnDocument: 'before', projection: { avatar: 1 } },
  ).lean();
  const replaced = before && before.avatar !== avatar ? uploadIdIn(before.avatar) : null;
  if (replaced) await removeUpload(replaced);
}

export interface SharedImage {
  uploadId: Types.ObjectId;
  url: string;
  width: number;
  height: number;
}

/** A picture (data URL, or id or URL of an own upload) that goes to somebody in a message: they may see it too. */
export async function shareImage(user: SessionUser, value: string, withId: string): Promise<SharedImage> {
  const given = value.startsWith('data:')
    ? (await storeImage(user, 'message', readDataUrl(value)))._id.toString()
    : value;
  const upload = await useOwn(user, given, 'message', { $addToSet: { sharedWith: withId } });
  if (!upload) throw invalid('image', 'not_your_picture');
  return { uploadId: upload._id, url: uploadUrl(upload._id), width: upload.width, height: upload.height };
}

function readDataUrl(value: string): Buffer {
  const data = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(value)?.[1];
  if (!data) throw invalid('image', 'not_a_picture');
  return Buffer.from(data, 'base64');
}

/** In the same write that finds it, so that it cannot be swept away as unused meanwhile. */
async function useOwn(
  user: SessionUser,
  value: string,
  purpose: UploadPurpose,
  change: object = {},
): Promise<UploadRecord | null> {
  const id = uploadIdIn(value);
  if (!id) return null;
  const own = { _id: id, ownerId: user.id, purpose, removedAt: { $exists: false } };
  // Whoever names what is not theirs is refused without a write.
  if (!(await UploadModel.exists(own))) return null;
  return UploadModel.findOneAndUpdate(own, { ...change, $unset: { unusedSince: 1 } }).lean<UploadRecord>();
}

/** Removes what nobody uses, and what killed processes left on their way; gives what stops it. */
export function startUploads(): () => void {
  const stops = [repeat(SWEEP_MS, sweepUploads), repeat(SWEEP_MS, cleanTempFiles)];
  return () => stops.forEach((stop) => stop());
}
