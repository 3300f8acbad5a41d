import type { Upload } from '@health-connect/contract/uploads';
import type { UploadRecord } from './model.js';
import { uploadUrl } from './names.js';

export const presentUpload = ({ _id, mimeType, bytes, width, height }: UploadRecord): Upload => ({
  _id: _id.toString(),
  url: uploadUrl(_id),
  mimeType,
  bytes,
  width,
  height,
});
