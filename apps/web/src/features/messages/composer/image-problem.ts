import { plural, t } from '@lingui/core/macro';
import { formatNumber } from '../../../lib/write.js';
import { MOST_MEGABYTES, pictureProblem } from '../../../resources/uploads/picture-problem.js';

export const MOST_IMAGES = 10;

/** What was not added to a message: more pictures than it takes, or a file that is none. */
export type AddingProblem = 'too_many' | Pick<File, 'type' | 'size' | 'name'>;

/** Why it was not added. */
export function addingProblem(problem: AddingProblem): string | null {
  const most = MOST_IMAGES;
  return problem === 'too_many' ? plural(most, { other: 'At most # pictures at a time.' }) : imageProblem(problem);
}

/** Why a file cannot be sent as a picture; null if it can. */
export function imageProblem(file: Pick<File, 'type' | 'size' | 'name'>): string | null {
  const { name } = file;
  const megabytes = formatNumber(MOST_MEGABYTES);
  switch (pictureProblem(file)) {
    case 'kind':
      return name
        ? t`${name} cannot be sent. Choose a JPEG, PNG, WebP or GIF picture.`
        : t`This file cannot be sent. Choose a JPEG, PNG, WebP or GIF picture.`;
    case 'size':
      return name
        ? t`${name} is larger than ${megabytes} MB. Choose a smaller one.`
        : t`This picture is larger than ${megabytes} MB. Choose a smaller one.`;
    case null:
      return null;
  }
}
