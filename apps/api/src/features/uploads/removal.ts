import { files } from '../../lib/files.js';
import { logger } from '../../lib/logger.js';
import { now } from '../../lib/clock.js';
import { releaseStorage } from '../usage/service.js';
import { UploadModel, type UploadRecord } from './model.js';
import { fileName } from './names.js';

const DAY_MS = 86_400_000;
const BATCH = 200;

/** Nobody sees it from here on; if its file cannot be removed now, the sweep does it. */
export async function removeUpload(id: string): Promise<void> {
  const upload = await UploadModel.findOneAndUpdate(
    { _id: id },
    { $set: { removedAt: new Date(now()) }, $unset: { unusedSince: 1 } },
  ).lean<UploadRecord>();
  if (upload) await erase(upload).catch((error: unknown) => logger.warn({ err: error }, 'an upload was not removed'));
}

/**
 * Removes what was uploaded a day ago and never used. Whether it is used is decided by one write to its row: whoever
 * uses it at this moment either finds it gone or keeps it. Every process may run it at any time.
 */
export async function sweepUploads(): Promise<void> {
  const at = new Date(now());
  await UploadModel.updateMany(
    { unusedSince: { $lte: new Date(at.getTime() - DAY_MS) } },
    { $set: { removedAt: at }, $unset: { unusedSince: 1 } },
  );
  const removed = await UploadModel.find({ removedAt: { $lte: at } })
    .limit(BATCH)
    .lean<UploadRecord[]>();
  for (const upload of removed) await erase(upload);
}

/** The row goes last: a crash before it is made up for by the next sweep. */
async function erase({ _id, ownerId, bytes }: UploadRecord): Promise<void> {
  await files.remove(fileName(_id));
  const { deletedCount } = await UploadModel.deleteOne({ _id });
  if (deletedCount > 0) await releaseStorage(ownerId.toString(), bytes);
}
