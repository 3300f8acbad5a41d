import { readReady } from '@health-connect/contract/health';
import { addressOf } from './call.js';

const FIRST_MS = 2_000;
const LAST_MS = 15_000;

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let pause = FIRST_MS;

/** Calls back once, when the server is ready to take writes again. Returns how to stop waiting. */
export function whenBack(run: () => void): () => void {
  waiting.add(run);
  if (waiting.size === 1) {
    pause = FIRST_MS;
    window.addEventListener('online', ask);
    timer = setTimeout(ask, pause);
  }
  return () => {
    waiting.delete(run);
    if (waiting.size === 0) stop();
  };
}

/** Something else says that the server is there, such as the socket: nobody waits for the next look. */
export function lookNow() {
  if (waiting.size === 0) return;
  pause = FIRST_MS;
  void ask();
}

function stop() {
  clearTimeout(timer);
  window.removeEventListener('online', ask);
}

async function ask() {
  clearTimeout(timer);
  const isReady = await fetch(addressOf(readReady, {})).then(
    ({ ok }) => ok,
    () => false,
  );
  if (waiting.size === 0) return;
  if (!isReady) {
    pause = Math.min(pause * 1.5, LAST_MS);
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
    return;
  }
  const all = [...waiting];
  waiting.clear();
  stop();
  for (const run of all) run();
}
