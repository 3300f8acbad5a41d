import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '@health-connect/contract/uploads';

const MEGABYTE = 1024 * 1024;

/** What is wrong with a chosen photo, in words; null when it can be sent. The server looks at the bytes again. */
export function photoProblem(file: Pick<File, 'type' | 'size'>): string | null {
  if (!IMAGE_TYPES.some((type) => type === file.type)) {
    return 'This is not a photo that we can read. Choose a JPEG, PNG, WebP or GIF.';
  }
  if (file.size > MAX_IMAGE_BYTES) {
    return `This photo is larger than ${MAX_IMAGE_BYTES / MEGABYTE} MB. Choose a smaller one.`;
  }
  return null;
}
