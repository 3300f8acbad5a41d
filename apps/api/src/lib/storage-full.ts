/** What an operating system says when it takes no more bytes: disk, quota or largest file. */
const FULL_DISK = ['ENOSPC', 'EDQUOT', 'EFBIG'];
/** MongoDB's OutOfDiskSpace, as the embedded database answers too. */
const OUT_OF_DISK_SPACE = 14031;
/** How hosted MongoDB says that a plan's space is used up. */
const OVER_SPACE_QUOTA = 8000;

/** Whether a write failed because there was no room for it, in the database or among the files. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const { code, message } = error;
  if (code === OVER_SPACE_QUOTA) return message.includes('space quota');
  return code === OUT_OF_DISK_SPACE || FULL_DISK.includes(String(code));
}
