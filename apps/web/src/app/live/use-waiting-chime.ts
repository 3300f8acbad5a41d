import { useEffect } from 'react';
import { deviceChoices } from '../../components/stage/device-choices.js';
import { PRIVATE_PREFIX } from '../../lib/private-storage.js';
import { playTestSound } from '../../media/play-sound.js';
import { REMIND_EVERY_MS, startReminder } from '../../media/reminder.js';

const KEY = `${PRIVATE_PREFIX}chimed`;
const LOCK = 'waiting-chime';

/** A chime when somebody comes whom the doctor has not seen, and again each minute until they have (ROOM-4). */
export function useWaitingChime(unseen: readonly string[]) {
  const keys = unseen.toSorted().join(' ');
  useEffect(() => {
    if (keys === '') return;
    const reminder = startReminder(() => void chimeOnce(keys));
    return () => reminder.stop();
  }, [keys]);
}

/** Every open tab wants to play; the first one does, and the others find that it was heard. */
async function chimeOnce(keys: string) {
  const chime = async () => {
    if (wasHeard(keys, Date.now())) return;
    remember(keys);
    // A browser that allows no sound yet stays silent; bar and title say the same.
    await playTestSound(deviceChoices().speaker || undefined).catch(() => undefined);
  };
  await (globalThis.navigator.locks ? globalThis.navigator.locks.request(LOCK, chime) : chime());
}

function wasHeard(keys: string, now: number): boolean {
  try {
    const [at = '0', ...known] = (localStorage.getItem(KEY) ?? '').split(' ');
    return now - Number(at) < REMIND_EVERY_MS / 2 && keys.split(' ').every((key) => known.includes(key));
  } catch {
    return false;
  }
}

function remember(keys: string) {
  try {
    localStorage.setItem(KEY, `${Date.now()} ${keys}`);
  } catch {
    // Then each tab plays for itself.
  }
}
