import { MOST_MEGABYTES, pictureProblem } from '../../../resources/uploads/picture-problem.js';

const LABELS = {
  kind: 'This is not a photo that we can read. Choose a JPEG, PNG, WebP or GIF.',
  size: `This photo is larger than ${MOST_MEGABYTES} MB. Choose a smaller one.`,
};

/** What is wrong with a chosen photo, in words; null when it can be sent. */
export function photoProblem(file: Pick<File, 'type' | 'size'>): string | null {
  const problem = pictureProblem(file);
  return problem && LABELS[problem];
}
