import { id } from './fields.js';

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
