import { readUpload, storeUpload } from '@health-connect/contract/uploads';
import { SentFile } from '../../http/answer.js';
import { limitRate } from '../../http/rate-limit.js';
import { oneBodyAtATime } from '../../http/receiving.js';
import { serve, type Served } from '../../http/serve.js';
import { removeFile } from '../../lib/temp-files.js';
import { readUploadForm } from './multipart.js';
import { presentUpload } from './present.js';
import * as uploads from './service.js';

const often = limitRate({ name: 'uploads', limit: 100, windowSeconds: 15 * 60 });

const HEADERS = {
  'Content-Disposition': 'inline',
  'X-Content-Type-Options': 'nosniff',
  // A browser may keep it, for the session that was let see it.
  'Cache-Control': 'private, max-age=3600',
  Vary: 'Cookie',
};

export const uploadRoutes: Served[] = [
  serve(
    storeUpload,
    async ({ user, req, res }) => {
      const { purpose, path } = await readUploadForm(req, res);
      try {
        return presentUpload(await uploads.storeImageFile(user, purpose, path));
      } finally {
        await removeFile(path);
      }
    },
    { before: [often, oneBodyAtATime] },
  ),

  serve(readUpload, async ({ user, params }) => {
    const { upload, bytes } = await uploads.readUpload(user, params.id);
    return new SentFile(bytes, { type: upload.mimeType, headers: HEADERS });
  }),
];
