import { ROLES } from '@health-connect/contract/accounts';
import { uploadParams } from '@health-connect/contract/uploads';
import { Router } from 'express';
import { endpoint, publicEndpoint } from '../../http/endpoint.js';
import { limitRate } from '../../http/rate-limit.js';
import { oneBodyAtATime } from '../../http/receiving.js';
import { removeFile } from '../../lib/temp-files.js';
import { readUploadForm } from './multipart.js';
import { presentUpload } from './present.js';
import * as uploads from './service.js';

export const uploadRoutes = Router();

const often = limitRate({ name: 'uploads', limit: 100, windowSeconds: 15 * 60 });

uploadRoutes.post(
  '/',
  often,
  oneBodyAtATime,
  endpoint({ allow: ROLES, status: 201 }, async ({ user, req, res }) => {
    const { purpose, path } = await readUploadForm(req, res);
    try {
      return presentUpload(await uploads.storeImageFile(user, purpose, path));
    } finally {
      await removeFile(path);
    }
  }),
);

uploadRoutes.get(
  '/:id',
  publicEndpoint({ params: uploadParams }, async ({ user, params, res }) => {
    const { upload, bytes } = await uploads.readUpload(user, params.id);
    res.set({
      'Content-Type': upload.mimeType,
      'Content-Disposition': 'inline',
      'X-Content-Type-Options': 'nosniff',
      // A browser may keep it, for the session that was let see it.
      'Cache-Control': 'private, max-age=3600',
      Vary: 'Cookie',
    });
    res.send(bytes);
  }),
);
