import { browserClock, type Clock } from '../../media/clock.js';
import { createObservable, type Observable } from '../../media/observable.js';

/** How what was typed stands with the server; `at` is epoch ms, null where nothing was saved here yet. */
export type SaveState =
  | { status: 'saved'; at: number | null }
  | { status: 'unsaved' }
  | { status: 'saving' }
  | { status: 'failed'; error: unknown };

export interface Autosave<T> extends Observable<SaveState> {
  /** Remembers the newest text, and saves it after a pause in the typing. */
  change(draft: T): void;
  /** Saves at once what is not saved; rejects where it could not be. */
  flush(): Promise<void>;
}

const PAUSE_MS = 1_200;

/** Saves a draft by itself: one save at a time, always the newest text, and a failed one again with the next change. */
export function createAutosave<T>(save: (draft: T) => Promise<unknown>, clock: Clock = browserClock): Autosave<T> {
  const state = createObservable<SaveState>({ status: 'saved', at: null });
  let waiting: { draft: T } | null = null;
  let running: Promise<void> | null = null;
  let cancelTimer = () => {};

  async function saveAll() {
    while (waiting) {
      const { draft } = waiting;
      waiting = null;
      state.set({ status: 'saving' });
      try {
        await save(draft);
      } catch (error) {
        waiting ??= { draft };
        state.set({ status: 'failed', error });
        throw error;
      }
    }
    state.set({ status: 'saved', at: clock.now() });
  }

  function flush(): Promise<void> {
    cancelTimer();
    if (!waiting && !running) return Promise.resolve();
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    flush,
    change: (draft) => {
      waiting = { draft };
      if (!running) state.set({ status: 'unsaved' });
      cancelTimer();
      // The state tells of a failure; nobody waits for this one.
      cancelTimer = clock.after(PAUSE_MS, () => void flush().catch(() => undefined));
    },
  };
}
