import { ROLES } from './roles.js';
import { answers, file, route } from './route.js';
import { id, oneOf } from './fields.js';

export const uploadParams = { id: id() };

/** What a file is for decides who may see it. Multipart: `file` and `purpose`. */
export const UPLOAD_PURPOSES = ['avatar', 'message'] as const;
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number];

export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;
/** Width times height, times the number of its frames. */
export const MAX_IMAGE_PIXELS = 25_000_000;
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

export interface Upload {
  _id: string;
  url: string;
  mimeType: string;
  bytes: number;
  width: number;
  height: number;
}

export const storeUpload = route({
  method: 'post',
  path: '/uploads',
  allow: ROLES,
  form: { fields: { purpose: oneOf(UPLOAD_PURPOSES) }, types: IMAGE_TYPES },
  answer: answers<Upload>(),
  status: 201,
  errors: ['quota_exceeded', 'unreadable_image'],
  summary: 'Stores a picture, drawn anew.',
});

export const readUpload = route({
  method: 'get',
  path: '/uploads/:id',
  allow: 'anyone',
  params: uploadParams,
  answer: file(...IMAGE_TYPES),
  summary: 'A picture, for those with whom it is shared.',
});
