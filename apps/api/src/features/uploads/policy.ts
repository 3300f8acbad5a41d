import type { SessionUser } from '@health-connect/contract/accounts';
import type { UploadRecord } from './model.js';

type Shared = Pick<UploadRecord, 'ownerId' | 'ownerRole' | 'purpose' | 'sharedWith' | 'unusedSince' | 'removedAt'>;

/**
 * Until it is used a picture is its owner's alone. Doctors are public and so are their photos; other photos are for
 * the signed in, chat images for the two. A removed one is nobody's.
 */
export function canSee(user: Pick<SessionUser, 'id'> | undefined, upload: Shared): boolean {
  if (upload.removedAt) return false;
  if (user && upload.ownerId.toString() === user.id) return true;
  if (upload.unusedSince) return false;
  if (upload.purpose === 'avatar') return upload.ownerRole === 'doctor' || user !== undefined;
  return user !== undefined && upload.sharedWith.some((id) => id.toString() === user.id);
}
