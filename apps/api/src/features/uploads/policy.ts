import type { SessionUser } from '@health-connect/contract/accounts';
import type { UploadRecord } from './model.js';

type Shared = Pick<UploadRecord, 'ownerId' | 'ownerRole' | 'purpose' | 'sharedWith'>;

/** Doctors are public and so are their photos; other photos are for the signed in, chat images for the two. */
export function canSee(user: Pick<SessionUser, 'id'> | undefined, upload: Shared): boolean {
  if (upload.purpose === 'avatar') return upload.ownerRole === 'doctor' || user !== undefined;
  if (!user) return false;
  return [upload.ownerId, ...upload.sharedWith].some((id) => id.toString() === user.id);
}
