import { stat, writeFile } from 'node:fs/promises';
import type { SessionUser } from '@health-connect/contract/accounts';
import { MAX_IMAGE_BYTES, type UploadPurpose } from '@health-connect/contract/uploads';
import { Types } from 'mongoose';
import { now } from '../../lib/clock.js';
import { files } from '../../lib/files.js';
import { logger } from '../../lib/logger.js';
import { removeFile, tempFile } from '../../lib/temp-files.js';
import { releaseStorage, reserveStorage, takeBytes } from '../usage/service.js';
import { type CleanImage, cleanImage, pictureTooLarge, requireKnownImage } from './image.js';
import { UploadModel, type UploadRecord } from './model.js';
import { fileName } from './names.js';
import { removeUpload } from './removal.js';

/**
 * Stores the picture in a file as the user's; until it is used it is theirs alone.
 * @throws AppError what `cleanImage` throws, `rate_limited` and `quota_exceeded` above what a person may use up.
 */
export async function storeImageFile(user: SessionUser, purpose: UploadPurpose, source: string): Promise<UploadRecord> {
  const { size } = await stat(source);
  if (size > MAX_IMAGE_BYTES) throw pictureTooLarge();
  await requireKnownImage(source);
  await takeBytes(user.id, size);
  const target = tempFile();
  try {
    return await keep(user, purpose, await cleanImage(user.id, { source, target, purpose }), target);
  } finally {
    await removeFile(target);
  }
}

/** The same for bytes at hand. */
export async function storeImage(user: SessionUser, purpose: UploadPurpose, bytes: Buffer): Promise<UploadRecord> {
  const source = tempFile();
  try {
    await writeFile(source, bytes, { mode: 0o600 });
    return await storeImageFile(user, purpose, source);
  } finally {
    await removeFile(source);
  }
}

/** The row comes before the file: what a crash leaves between the two is removed with the unused ones. */
async function keep(user: SessionUser, purpose: UploadPurpose, image: CleanImage, path: string): Promise<UploadRecord> {
  await reserveStorage(user.id, image.bytes, () => storedBy(user.id));
  const _id = new Types.ObjectId();
  try {
    const createdAt = new Date(now());
    const owner = { ownerId: user.id, ownerRole: user.role };
    const upload = await UploadModel.create({ _id, ...owner, purpose, ...image, createdAt, unusedSince: createdAt });
    await files.put(fileName(_id), path);
    return upload.toObject<UploadRecord>();
  } catch (error) {
    await takeBack(_id, user.id, image.bytes).catch((err: unknown) =>
      logger.warn({ err }, 'an upload was left behind'),
    );
    throw error;
  }
}

async function takeBack(id: Types.ObjectId, ownerId: string, bytes: number): Promise<void> {
  if (await UploadModel.exists({ _id: id })) await removeUpload(id.toString());
  else await releaseStorage(ownerId, bytes);
}

async function storedBy(ownerId: string): Promise<number> {
  const rows = await UploadModel.find({ ownerId }, { bytes: 1 }).lean();
  return rows.reduce((total, { bytes }) => total + bytes, 0);
}
