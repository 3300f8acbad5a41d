const KEY = 'device';
const OPEN = 'device-open';

interface Device {
  id: string;
  /** The page was here before in this tab, and is back: it was reloaded. */
  reloaded: boolean;
}

let device: Device | null = null;

/** Names this tab for the server: the same after a reload, so that a call goes on where it was. */
export const deviceId = () => thisDevice().id;

/** Whether this page came back in the tab it was in, so that it may take up what it was doing. */
export const wasReloaded = () => thisDevice().reloaded;

function thisDevice(): Device {
  return (device ??= recognize());
}

function recognize(): Device {
  try {
    // A duplicated tab gets a copy of this storage while the first is still open; only a page that left clears the mark.
    const isCopy = sessionStorage.getItem(OPEN) !== null;
    const kept = isCopy ? null : sessionStorage.getItem(KEY);
    const id = kept ?? crypto.randomUUID();
    sessionStorage.setItem(KEY, id);
    markOpen();
    globalThis.addEventListener('pagehide', () => sessionStorage.removeItem(OPEN));
    globalThis.addEventListener('pageshow', markOpen);
    return { id, reloaded: kept !== null };
  } catch {
    return { id: crypto.randomUUID(), reloaded: false };
  }
}

const markOpen = () => sessionStorage.setItem(OPEN, 'yes');
