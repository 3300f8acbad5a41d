import { MAX_IMAGE_BYTES, IMAGE_TYPES } from '@health-connect/contract/uploads';

/** A picture that was chosen, while it is only on this device. */
export interface LocalImage {
  file: File;
  /** An object URL to show it by. */
  src: string;
}

export type SendState =
  /** `progress`: of a picture, 0 to 1. */
  | { status: 'sending'; progress?: number }
  /** `passing`: another try can mend it, and will be made. */
  | { status: 'failed'; reason: string; passing: boolean };

/** A message that the server has not acknowledged. */
export interface OutboxEntry {
  clientId: string;
  to: string;
  text: string;
  image: LocalImage | null;
  /** ISO 8601. */
  createdAt: string;
  state: SendState;
}

/** Why a file cannot be sent as a picture; null if it can. */
export function imageProblem({ type, size, name }: Pick<File, 'type' | 'size' | 'name'>): string | null {
  const isImage = IMAGE_TYPES.some((known) => known === type);
  if (!isImage) return `${name || 'This file'} cannot be sent. Choose a JPEG, PNG, WebP or GIF picture.`;
  if (size > MAX_IMAGE_BYTES) return `${name || 'This picture'} is larger than 10 MB. Choose a smaller one.`;
  return null;
}
