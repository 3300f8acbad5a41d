import { invalid } from './errors.js';

const OWN_UPLOAD = /^(?:\/api\/uploads\/)?([0-9a-f]{24})$/i;

/**
 * The address of a photo that was uploaded here, from its id or URL; empty takes the photo away. Any other address is
 * refused: it would make everyone who looks at the page call a stranger's server.
 * @throws AppError `validation_failed`.
 */
export function ownPhoto(avatar: string): string {
  if (avatar === '') return '';
  const id = OWN_UPLOAD.exec(avatar)?.[1];
  if (!id) throw invalid('avatar', 'Must be a photo that was uploaded here.');
  return `/api/uploads/${id.toLowerCase()}`;
}
