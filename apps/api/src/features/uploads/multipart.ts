import { oneOf } from '@health-connect/contract/fields';
import { MAX_IMAGE_BYTES, UPLOAD_PURPOSES, type UploadPurpose } from '@health-connect/contract/uploads';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { invalid, refused } from '../../http/errors.js';
import { cutWhenStalled } from '../../http/receiving.js';
import { reader } from '../../http/validate.js';
import { isStorageFull } from '../../lib/storage-full.js';
import { removeFile, tempDirectory, tempName } from '../../lib/temp-files.js';
import { pictureTooLarge } from './image.js';

const parse = multer({
  // To a file as it arrives: an upload that is never finished holds no memory. What is cut off is removed again.
  storage: multer.diskStorage({
    destination: (_req, _file, done) => done(null, tempDirectory()),
    filename: (_req, _file, done) => done(null, tempName()),
  }),
  limits: { fileSize: MAX_IMAGE_BYTES, files: 1, fields: 4, parts: 5, fieldSize: 100, headerPairs: 20 },
}).single('file');

const readForm = reader('body', { purpose: oneOf(UPLOAD_PURPOSES) });

interface UploadForm {
  purpose: UploadPurpose;
  /** Where its bytes are; whoever reads the form removes it. */
  path: string;
}

/** The file and purpose of a multipart form; called only for somebody who is signed in. */
export async function readUploadForm(req: Request, res: Response, stalledMs?: number): Promise<UploadForm> {
  cutWhenStalled(req, stalledMs);
  await new Promise<void>((resolve, reject) => {
    parse(req, res, (error: unknown) => (error ? reject(refusalOf(error)) : resolve()));
  });
  const path = req.file?.path;
  try {
    const { purpose } = await readForm({ body: { ...req.body } });
    if (!path) throw invalid('file', 'no_picture');
    return { purpose, path };
  } catch (error) {
    if (path) await removeFile(path);
    throw error;
  }
}

function refusalOf(error: unknown): unknown {
  if (isStorageFull(error)) return error;
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') return pictureTooLarge();
  return refused('upload_unreadable');
}
