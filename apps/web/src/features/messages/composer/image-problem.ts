import { MOST_MEGABYTES, pictureProblem } from '../../../resources/uploads/picture-problem.js';

/** Why a file cannot be sent as a picture; null if it can. */
export function imageProblem(file: Pick<File, 'type' | 'size' | 'name'>): string | null {
  switch (pictureProblem(file)) {
    case 'kind':
      return `${file.name || 'This file'} cannot be sent. Choose a JPEG, PNG, WebP or GIF picture.`;
    case 'size':
      return `${file.name || 'This picture'} is larger than ${MOST_MEGABYTES} MB. Choose a smaller one.`;
    case null:
      return null;
  }
}
