import { browserClock, type Clock } from '../lib/clock.js';

export const REMIND_EVERY_MS = 60_000;
/** Browsers allow sound after one of these. */
const GESTURES = ['pointerup', 'keydown'];

export interface Reminder {
  stop(): void;
}

/**
 * Plays a sound now and once a minute until it is stopped. A browser that allows no sound before the person has touched
 * the page is respected: then the first one is heard as soon as they do.
 */
export function startReminder(play: () => void, clock: Clock = browserClock): Reminder {
  const over = new AbortController();
  const isTouched = () => globalThis.navigator.userActivation?.hasBeenActive ?? true;
  const first = () => {
    over.abort();
    play();
  };
  if (isTouched()) play();
  else for (const gesture of GESTURES) globalThis.addEventListener(gesture, first, { signal: over.signal });
  const cancel = clock.every(REMIND_EVERY_MS, () => {
    if (isTouched()) play();
  });
  return {
    stop: () => {
      over.abort();
      cancel();
    },
  };
}
