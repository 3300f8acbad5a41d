/** Keys under this prefix hold somebody's words: they go when that person signs out of a machine others may use. */
export const PRIVATE_PREFIX = 'private:';

export function wipePrivateStorage() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PRIVATE_PREFIX)) localStorage.removeItem(key);
  } catch {
    // Storage can be forbidden; then nothing was kept.
  }
}
