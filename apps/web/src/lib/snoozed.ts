import { useSyncExternalStore } from 'react';
import { PRIVATE_PREFIX } from './private-storage.js';

/** What a person wants to be reminded of later, in every tab of this browser: a key, and until when (epoch ms). */
type Snoozed = Readonly<Record<string, number>>;

const KEY = `${PRIVATE_PREFIX}snoozed`;
const CHANGED = 'snoozed';
const NOTHING = '{}';

export function snooze(keys: readonly string[], until: number, now = Date.now()) {
  const still = Object.entries(parse(read())).filter(([, end]) => end > now);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries([...still, ...keys.map((key) => [key, until])])));
  } catch {
    // Without storage nothing can be put off; it stays on the screen.
  }
  globalThis.dispatchEvent(new Event(CHANGED));
}

/** Whether something is put off at a moment. */
export function useSnoozed(): (key: string, now: number) => boolean {
  const snoozed = parse(useSyncExternalStore(subscribe, read));
  return (key, now) => (snoozed[key] ?? 0) > now;
}

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

function parse(text: string): Snoozed {
  try {
    return JSON.parse(text) as Snoozed;
  } catch {
    return {};
  }
}

// `storage` is what the other tabs hear, and only they.
function subscribe(listener: () => void) {
  for (const name of ['storage', CHANGED]) globalThis.addEventListener(name, listener);
  return () => {
    for (const name of ['storage', CHANGED]) globalThis.removeEventListener(name, listener);
  };
}
