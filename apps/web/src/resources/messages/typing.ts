import { createObservable, type Observable } from '../../lib/observable.js';

/** Somebody who goes on writing says so again before this; without news they stopped (CH-12). */
export const TYPING_STOPS_MS = 5_000;
/** The server takes one in 2 s; less often is enough for the other side to go on believing it. */
const SAY_EVERY_MS = 2_500;

/** Who is writing to this person now. */
export class TypingPeople implements Observable<ReadonlySet<string>> {
  readonly #people = createObservable<ReadonlySet<string>>(new Set());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  get = () => this.#people.get();
  subscribe = (listener: (people: ReadonlySet<string>) => void) => this.#people.subscribe(listener);

  started(userId: string) {
    clearTimeout(this.timers.get(userId));
    this.timers.set(
      userId,
      setTimeout(() => this.stopped(userId), TYPING_STOPS_MS),
    );
    if (!this.get().has(userId)) this.#people.set(new Set(this.get()).add(userId));
  }

  stopped(userId: string) {
    clearTimeout(this.timers.get(userId));
    this.timers.delete(userId);
    if (this.get().has(userId)) this.#people.set(new Set([...this.get()].filter((one) => one !== userId)));
  }

  clear() {
    for (const userId of this.timers.keys()) this.stopped(userId);
  }
}

/** Tells one person that this one is writing: seldom enough for the server, often enough for the eye. */
export class TypingSignal {
  private saidAt: number | null = null;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly say: (isWriting: boolean) => void,
    private readonly now: () => number = Date.now,
  ) {}

  wrote() {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.stopped(), TYPING_STOPS_MS);
    if (this.saidAt !== null && this.now() - this.saidAt < SAY_EVERY_MS) return;
    this.saidAt = this.now();
    this.say(true);
  }

  stopped() {
    clearTimeout(this.idle);
    if (this.saidAt === null) return;
    this.saidAt = null;
    this.say(false);
  }
}
