const KEY = 'device';

/** Names this tab for the server: the same after a reload, so that a call goes on where it was. */
export function deviceId() {
  try {
    const kept = sessionStorage.getItem(KEY) ?? crypto.randomUUID();
    sessionStorage.setItem(KEY, kept);
    return kept;
  } catch {
    return crypto.randomUUID();
  }
}
