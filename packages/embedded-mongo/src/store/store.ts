import { open, type RootDatabase } from 'lmdb';
import { MongoFailure } from '../errors.js';

export interface RangeOptions {
  /** First key, included. */
  start: Buffer;
  /** Key after the last one. */
  end: Buffer;
  reverse?: boolean;
}

/** An ordered key-value store with transactions; everything above it knows no LMDB. */
export class Store {
  private constructor(private readonly db: RootDatabase<Buffer, Buffer>) {}

  /** Opens or creates the store in a directory. With `durable` a transaction is on the disk when it returns. */
  static open(directory: string, durable: boolean): Store {
    const options = { keyEncoding: 'binary', encoding: 'binary', overlappingSync: false, noSync: !durable } as const;
    return new Store(open<Buffer, Buffer>({ path: directory, noSubdir: false, ...options }));
  }

  /** Opens a store to read one moment of it, also while another process writes. */
  static openReadOnly(directory: string): Store {
    const options = { keyEncoding: 'binary', encoding: 'binary', overlappingSync: false, readOnly: true } as const;
    return new Store(open<Buffer, Buffer>({ path: directory, noSubdir: false, ...options }));
  }

  get(key: Buffer): Buffer | undefined {
    return this.db.get(key);
  }

  put(key: Buffer, value: Buffer): void {
    this.db.putSync(key, value);
  }

  remove(key: Buffer): void {
    this.db.removeSync(key);
  }

  *entries(range: RangeOptions): Iterable<{ key: Buffer; value: Buffer }> {
    yield* this.db.getRange(lmdbRange(range));
  }

  *keys(range: RangeOptions): Iterable<Buffer> {
    yield* this.db.getKeys(lmdbRange(range));
  }

  count(range: RangeOptions): number {
    return this.db.getKeysCount(lmdbRange(range));
  }

  /** Runs the work in one transaction; when it throws nothing of it remains. Reads inside see its writes. */
  transaction<T>(work: () => T): T {
    let failure: unknown;
    try {
      return this.db.transactionSync(() => {
        try {
          return work();
        } catch (error) {
          failure = error;
          throw error;
        }
      });
    } catch (error) {
      throw failure ?? diskFailure(error);
    }
  }

  /** Writes a consistent copy of everything into a directory. */
  async backup(directory: string): Promise<void> {
    await this.db.backup(directory, true);
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}

function lmdbRange({ start, end, reverse }: RangeOptions) {
  if (!reverse) return { start, end };
  return { start: end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true };
}

/** A failed commit means that the disk did not take it. */
function diskFailure(error: unknown): MongoFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return new MongoFailure(14031, `the data could not be written to the disk: ${reason}`);
}
