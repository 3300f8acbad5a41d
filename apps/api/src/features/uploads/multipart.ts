import { oneOf } from '@health-connect/contract/fields';
import { MAX_IMAGE_BYTES, UPLOAD_PURPOSES, type UploadPurpose } from '@health-connect/contract/uploads';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { AppError, invalid } from '../../http/errors.js';
import { reader } from '../../http/validate.js';

const parse = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_IMAGE_BYTES, files: 1, fields: 4, parts: 5, fieldSize: 100, headerPairs: 20 },
}).single('file');

const readForm = reader('body', { purpose: oneOf(UPLOAD_PURPOSES) });

/** The file and purpose of a multipart form; called only for somebody who is signed in. */
export async function readUploadForm(req: Request, res: Response): Promise<{ purpose: UploadPurpose; bytes: Buffer }> {
  await new Promise<void>((resolve, reject) => {
    parse(req, res, (error: unknown) => (error ? reject(refusalOf(error)) : resolve()));
  });
  const { purpose } = await readForm({ body: { ...req.body } });
  if (!req.file) throw invalid('file', 'Choose a picture.');
  return { purpose, bytes: req.file.buffer };
}

function refusalOf(error: unknown): AppError {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new AppError('too_large', 'A picture may have 10 MB at most. Choose a smaller one.');
  return new AppError('malformed_request', 'We could not read that upload. Please try again.');
}
