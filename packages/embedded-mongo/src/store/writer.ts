import { MongoFailure } from '../errors.js';
import type { Catalog } from './catalog.js';
import type { Store } from './store.js';

interface Job {
  work: () => unknown;
  done: (value: unknown) => void;
  failed: (reason: unknown) => void;
}

/** Jobs of one transaction; more of them wait for the next. */
const MAX_BATCH = 256;

/** Runs writes one after the other; those that wait at the same time share one commit. */
export class Writer {
  private waiting: Job[] = [];
  private scheduled = false;

  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
  ) {}

  /** Runs the work inside a transaction; resolves when it is on the disk. A `MongoFailure` it throws is its answer. */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, done: resolve as (value: unknown) => void, failed: reject });
      this.schedule();
    });
  }

  /** Like `run`, in a transaction of its own: whatever the work throws takes all of it back. */
  async runAlone<T>(work: () => T): Promise<T> {
    await this.run(() => undefined);
    return this.attempt(work);
  }

  private attempt<T>(work: () => T): T {
    try {
      return this.store.transaction(work);
    } catch (error) {
      this.catalog.load();
      throw error;
    }
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      const batch = this.waiting.splice(0, MAX_BATCH);
      if (this.waiting.length > 0) this.schedule();
      this.commit(batch);
    });
  }

  private commit(batch: Job[]): void {
    let answers: (() => void)[];
    try {
      answers = this.attempt(() => batch.map(answerOf));
    } catch (error) {
      if (batch.length === 1) batch[0]!.failed(error);
      else for (const job of batch) this.commit([job]);
      return;
    }
    for (const answer of answers) answer();
  }
}

/** A refusal has written nothing and concerns its job alone; any other error ends the transaction. */
function answerOf(job: Job): () => void {
  try {
    const value = job.work();
    return () => job.done(value);
  } catch (error) {
    if (!(error instanceof MongoFailure) || error.code === 14031) throw error;
    return () => job.failed(error);
  }
}
