import { browserClock, type Clock } from './clock.js';

/** How what was typed stands with the server; `at` is epoch ms, null where nothing was saved here yet. */
export type SaveState =
  | { status: 'saved'; at: number | null }
  | { status: 'unsaved' }
  | { status: 'saving' }
  | { status: 'failed'; error: unknown };

const PAUSE_MS = 1_200;

/** Saves what is typed: in a pause of the typing, or at once when told to, and never twice at a time. */
export class Autosave<More> {
  readonly #save: (more: More | undefined) => Promise<void>;
  readonly #onRest: () => void;
  readonly #clock: Clock;
  #running: Promise<void> | null = null;
  #cancelTimer = () => {};

  /**
   * @param save Sends what is not saved; whatever it rejects with is for the caller of `now`.
   * @param onRest Told when a save is done, well or not.
   */
  constructor(save: (more: More | undefined) => Promise<void>, onRest: () => void, clock: Clock = browserClock) {
    this.#save = save;
    this.#onRest = onRest;
    this.#clock = clock;
  }

  get isRunning() {
    return this.#running !== null;
  }

  /** In a pause: each call begins it anew. Nobody waits for this one; the state tells of a failure. */
  soon() {
    this.cancel();
    this.#cancelTimer = this.#clock.after(PAUSE_MS, () => void this.now().catch(() => undefined));
  }

  /** Not in a pause after all; what runs goes on. */
  cancel() {
    this.#cancelTimer();
  }

  /** At once, or once the save that runs is done, with `more` in it. */
  now(more?: More): Promise<void> {
    this.cancel();
    if (this.#running) {
      const again = () => this.now(more);
      return this.#running.then(again, again);
    }
    this.#running = this.#save(more).finally(() => {
      this.#running = null;
      this.#onRest();
    });
    return this.#running;
  }
}
