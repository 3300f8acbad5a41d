import { t } from '@lingui/core/macro';
import { formatNumber } from '../../../lib/write.js';
import { MOST_MEGABYTES, pictureProblem } from '../../../resources/uploads/picture-problem.js';

/** What is wrong with a chosen photo, in words; null when it can be sent. */
export function photoProblem(file: Pick<File, 'type' | 'size'>): string | null {
  const problem = pictureProblem(file);
  if (problem === 'kind') return t`This is not a photo that we can read. Choose a JPEG, PNG, WebP or GIF.`;
  const most = formatNumber(MOST_MEGABYTES);
  return problem && t`This photo is larger than ${most} MB. Choose a smaller one.`;
}
