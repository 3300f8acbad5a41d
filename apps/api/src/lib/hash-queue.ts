/** Who wants something hashed: one of them never takes all the threads, and who failed less is served first. */
export interface Asker {
  key: string;
  /** How often they failed lately. */
  failures: number;
}

/** There are too many before this one; those who wait fail less often. */
export class QueueFull extends Error {
  readonly retryAfterSeconds = 5;
}

interface Waiting {
  asker: Asker;
  begin: () => Promise<void>;
  refuse: () => void;
}

interface Bounds {
  /** At once, of all askers. */
  atOnce: number;
  /** At once, of one asker. */
  each: number;
  /** So many wait; beyond, whoever failed most is refused, and of those who failed alike the newest. */
  most: number;
}

/** A short line before work that takes a whole thread: a flood of it is refused, and those who are no part of it get through. */
export class HashQueue {
  readonly #running = new Map<string, number>();
  #total = 0;
  #waiting: Waiting[] = [];

  constructor(private readonly bounds: Bounds) {}

  /** @throws QueueFull */
  run<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const begin = () => work().then(resolve, reject);
      this.#insert({ asker, begin, refuse: () => reject(new QueueFull('too many passwords to check')) });
      this.#beginNext();
      while (this.#waiting.length > this.bounds.most) this.#waiting.pop()!.refuse();
    });
  }

  #insert(one: Waiting): void {
    const after = this.#waiting.findIndex(({ asker }) => asker.failures > one.asker.failures);
    this.#waiting.splice(after < 0 ? this.#waiting.length : after, 0, one);
  }

  #beginNext(): void {
    while (this.#total < this.bounds.atOnce) {
      const at = this.#waiting.findIndex(({ asker }) => this.#runningOf(asker) < this.bounds.each);
      if (at < 0) return;
      const [next] = this.#waiting.splice(at, 1);
      this.#count(next!.asker, 1);
      void next!.begin().finally(() => {
        this.#count(next!.asker, -1);
        this.#beginNext();
      });
    }
  }

  #runningOf = ({ key }: Asker) => this.#running.get(key) ?? 0;

  #count(asker: Asker, by: 1 | -1): void {
    const running = this.#runningOf(asker) + by;
    this.#total += by;
    if (running > 0) this.#running.set(asker.key, running);
    else this.#running.delete(asker.key);
  }
}
