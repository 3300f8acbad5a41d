import { randomBytes } from 'node:crypto';
import { MongoFailure } from '../errors.js';
import { doc, type Doc, Raw } from '../bson/types.js';

/** What MongoDB sends first when the client does not say how much. */
export const FIRST_BATCH = 101;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60 * 1000;
const MAX_OPEN = 10_000;

interface OpenCursor {
  namespace: string;
  rest: Iterator<Buffer>;
  /** Taken from `rest`, but too much for the last batch. */
  ahead: Buffer | undefined;
  usedAt: number;
}

/** Takes documents until the batch is full; one is always taken, so that a large one gets through. */
function takeBatch(cursor: OpenCursor, count: number): { batch: Raw[]; done: boolean } {
  const batch: Raw[] = [];
  let bytes = 0;
  while (batch.length < count) {
    const next = cursor.ahead ?? pull(cursor.rest);
    cursor.ahead = undefined;
    if (!next) return { batch, done: true };
    bytes += next.length;
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES) {
      cursor.ahead = next;
      break;
    }
    batch.push(new Raw(next));
  }
  cursor.ahead ??= pull(cursor.rest);
  return { batch, done: cursor.ahead === undefined };
}

function pull(items: Iterator<Buffer>): Buffer | undefined {
  const next = items.next();
  return next.done ? undefined : next.value;
}

/** The cursors that wait for `getMore`; those not used for ten minutes are closed. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();

  constructor(private readonly now: () => number) {}

  /** The first answer for these documents; with `single` whatever is left over is dropped. */
  start(namespace: string, documents: Iterable<Buffer>, batchSize: number, single = false): Doc {
    const rest = documents[Symbol.iterator]();
    const cursor: OpenCursor = { namespace, rest, ahead: undefined, usedAt: this.now() };
    const { batch, done } = takeBatch(cursor, batchSize);
    const id = done || single ? 0n : this.keep(cursor);
    return doc({ cursor: doc({ firstBatch: batch, id, ns: namespace }) });
  }

  more(id: bigint, namespace: string, batchSize: number): Doc {
    this.expire();
    const cursor = this.open.get(id);
    if (!cursor || cursor.namespace !== namespace) throw new MongoFailure(43, `cursor id ${id} not found`);
    cursor.usedAt = this.now();
    const { batch, done } = takeBatch(cursor, batchSize);
    if (done) this.open.delete(id);
    return doc({ cursor: doc({ nextBatch: batch, id: done ? 0n : id, ns: namespace }) });
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  private keep(cursor: OpenCursor): bigint {
    this.expire();
    if (this.open.size >= MAX_OPEN) throw new MongoFailure(2, `more than ${MAX_OPEN} cursors are open`);
    const id = randomBytes(8).readBigUInt64BE() >> 1n || 1n;
    this.open.set(id, cursor);
    return id;
  }

  private expire(): void {
    for (const [id, cursor] of this.open) if (this.now() - cursor.usedAt > IDLE_MS) this.open.delete(id);
  }
}
