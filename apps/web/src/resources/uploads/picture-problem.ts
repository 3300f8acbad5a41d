import { IMAGE_TYPES, MAX_IMAGE_BYTES } from '@health-connect/contract/uploads';

/** Why a file cannot be stored as a picture; null where it can. The server looks at the bytes again. */
export function pictureProblem({ type, size }: Pick<File, 'type' | 'size'>): 'kind' | 'size' | null {
  if (!IMAGE_TYPES.some((known) => known === type)) return 'kind';
  return size > MAX_IMAGE_BYTES ? 'size' : null;
}

/** The largest picture, in MB as people read it. */
export const MOST_MEGABYTES = MAX_IMAGE_BYTES / (1024 * 1024);
