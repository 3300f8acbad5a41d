import type { Types } from 'mongoose';

export const uploadUrl = (id: Types.ObjectId) => `/api/uploads/${id.toString()}`;

export const fileName = (id: Types.ObjectId) => `${id.toString()}.webp`;

/** The id in an upload's id or URL; null in anything else. */
export const uploadIdIn = (value: string): string | null =>
  /^(?:\/api\/uploads\/)?([0-9a-f]{24})$/i.exec(value)?.[1] ?? null;
