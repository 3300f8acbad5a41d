import { type Model, Types } from 'mongoose';
import { createBatcher } from '../lib/batch.js';
import { now } from '../lib/clock.js';
import { type EventName, isListening, LISTENER_MS } from '../lib/events.js';
import { logger } from '../lib/logger.js';
import { repeat } from '../lib/repeat.js';
import { within } from '../lib/within.js';
import { type EventRow, IS_WAITING, NOTHING_WAITS, type OutboxState } from './outbox-fields.js';
import { type Known, type Source, type Marked, tellRows, type WithOutbox } from './tell-rows.js';

/** Longer than all listeners of a change may take; whatever a process that died was telling is told after that. */
const LEASE_MS = 20_000;
const SWEEP_MS = 2000;
/** A sweep takes so many at once, so often. */
const BATCH = 50;
const ROUNDS = 40;
const MOST_MARKS = 200;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 10 * 60_000;

interface Swept {
  sweep(isOver?: () => boolean): Promise<void>;
  lag(): Promise<Lag>;
  finishTelling(): Promise<void>;
}

export interface Lag {
  /** Documents that have something to tell. */
  waiting: number;
  /** Since when; null where none has. */
  since: Date | null;
}

const outboxes: Swept[] = [];

/** A new event, as its row begins. */
export const newEvent = (): EventRow => ({ id: new Types.ObjectId(), dispatchedAt: null, waitingFor: [] });

/**
 * What the write of a change sets beside it: something is to be told, first by this process. Where older events wait,
 * another process may be at it and keeps its lease; it finds the new one, or a sweep does.
 */
export function toTell(before: WithOutbox | null): { outbox: OutboxState } | { 'outbox.since': Date } {
  if (before?.outbox.since) return { 'outbox.since': before.outbox.since };
  const leaseUntil = isListening() ? leaseFromNow() : null;
  return { outbox: { ...NOTHING_WAITS, since: new Date(now()), leaseUntil } };
}

const leaseFromNow = () => new Date(now() + LEASE_MS);
const leaseIsFree = () => ({ 'outbox.leaseUntil': { $not: { $gt: new Date(now()) } } });

/**
 * Documents that carry what happened to them, in the rows that each change writes about itself (decision 035). Each row
 * is told to every listener at least once, in order; of several processes the one with the lease does it.
 */
export class Outbox<R extends WithOutbox, E extends EventName> implements Swept {
  private readonly model: Model<WithOutbox>;
  /** What this process is telling, by document. */
  private readonly underWay = new Map<string, Promise<void>>();
  /** Without an answer in time it has failed, and is told again: a write that is lost must not hold up the others. */
  private readonly markDone = createBatcher<Marked<R>>(
    (tellings) => within(LISTENER_MS, this.writeMarks(tellings)),
    MOST_MARKS,
  );

  constructor(private readonly source: Source<R, E>) {
    this.model = source.model as unknown as Model<WithOutbox>;
    outboxes.push(this);
  }

  /**
   * Tells what a change of this process just stored. Resolves when every listener heard it once, whatever became of
   * that: the change is done, and what failed is told again by a sweep. Whoever changed it waits as long as one listener
   * may take; the telling goes on without them.
   */
  async tellNow(changed: R, before: WithOutbox | null, known: Known<E> = {}): Promise<void> {
    if (!isListening()) return;
    try {
      await within(LISTENER_MS, this.tellChange(changed, before, known));
    } catch (error) {
      logger.warn({ err: error, event: this.source.event }, 'a change is not told to everybody yet');
    }
  }

  private async tellChange(changed: R, before: WithOutbox | null, known: Known<E>): Promise<void> {
    const held = before?.outbox.since ? await this.claimNext(changed._id) : changed;
    if (!held) return;
    const telling = tellRows(this.source, held, known);
    void this.keepTrack(
      held._id,
      telling.then((each) => this.finish(each)),
    );
    await telling;
  }

  /** Tells what nobody told: events of processes that died, and those that a listener failed to take. */
  async sweep(isOver = () => false): Promise<void> {
    for (let round = 0; round < ROUNDS && isListening() && !isOver(); round++) {
      const isDue = { ...leaseIsFree(), 'outbox.retryAt': { $not: { $gt: new Date(now()) } } };
      const due = await this.model
        .find({ 'outbox.since': IS_WAITING, ...isDue }, { _id: 1 })
        .sort({ 'outbox.since': 1 })
        .limit(BATCH)
        .lean();
      await Promise.all(due.map(({ _id }) => this.keepTrack(_id, this.takeOver(_id))));
      if (due.length < BATCH) return;
    }
  }

  async lag(): Promise<Lag> {
    const isWaiting = { 'outbox.since': IS_WAITING };
    const [waiting, oldest] = await Promise.all([
      this.model.countDocuments(isWaiting),
      this.model.findOne(isWaiting, { 'outbox.since': 1 }).sort({ 'outbox.since': 1 }).lean<WithOutbox>(),
    ]);
    return { waiting, since: oldest?.outbox.since ?? null };
  }

  /** Resolves when all that this process was telling is told and marked. */
  async finishTelling(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay.values());
  }

  private async takeOver(id: Types.ObjectId): Promise<void> {
    const held = await this.claim(id);
    if (held) await this.finish(await tellRows(this.source, held));
  }

  /** The document, if nobody is telling its events: from now on nobody else does, for a while. */
  private claim(_id: Types.ObjectId): Promise<R | null> {
    return this.model
      .findOneAndUpdate(
        { _id, 'outbox.since': IS_WAITING, ...leaseIsFree() },
        { $set: { 'outbox.leaseUntil': leaseFromNow() } },
        { returnDocument: 'after', timestamps: false },
      )
      .lean<R | null>();
  }

  /** The same, after what this process is telling of that document now. */
  private async claimNext(id: Types.ObjectId): Promise<R | null> {
    await this.underWay.get(id.toString());
    return this.claim(id);
  }

  private async finish(telling: Marked<R>): Promise<void> {
    const { document, marks, outcome } = telling;
    if (outcome === 'done') {
      await this.markDone(telling);
      return telling.hasMore ? this.goOn(telling) : undefined;
    }
    const attempts = document.outbox.attempts + (outcome === 'failed' ? 1 : 0);
    const next = {
      'outbox.leaseUntil': null,
      'outbox.retryAt': outcome === 'failed' ? new Date(now() + backOff(attempts)) : null,
      'outbox.attempts': attempts,
    };
    const after = await this.write(document._id, { ...marks, ...next });
    // Another process changed it meanwhile, and left the telling to us.
    if (after && this.source.rowsOf(after).length > this.source.rowsOf(document).length) await this.takeOver(after._id);
  }

  /** Many are marked in one write, and nobody waits for it. */
  private async writeMarks(tellings: Marked<R>[]): Promise<void> {
    const { matchedCount } = await this.model.bulkWrite(
      tellings.map(({ document, marks }) => ({
        updateOne: {
          filter: { _id: document._id, ...this.source.hasSameRows(document) },
          update: { $set: { ...marks, outbox: NOTHING_WAITS } },
          timestamps: false,
        },
      })),
      { ordered: false },
    );
    if (matchedCount < tellings.length) for (const each of tellings) each.hasMore = true;
  }

  /** Tells what was added meanwhile, if anything was: a batch says only that it was to one of its documents. */
  private async goOn({ document, marks }: Marked<R>): Promise<void> {
    const [mark] = Object.keys(marks);
    const after = await this.write(document._id, marks, { 'outbox.since': IS_WAITING, [mark!]: null });
    if (after) await this.finish(await tellRows(this.source, after));
  }

  private keepTrack(id: Types.ObjectId, work: Promise<void>): Promise<void> {
    const key = id.toString();
    const tracked: Promise<void> = work
      .catch((error: unknown) => logger.warn({ err: error }, 'events are not marked as told, and will be told again'))
      .then(() => {
        if (this.underWay.get(key) === tracked) this.underWay.delete(key);
      });
    this.underWay.set(key, tracked);
    return tracked;
  }

  private write(_id: Types.ObjectId, $set: object, filter: object = {}): Promise<R | null> {
    return this.model
      .findOneAndUpdate({ ...filter, _id }, { $set }, { returnDocument: 'after', timestamps: false })
      .lean<R | null>();
  }
}

const backOff = (attempts: number) => Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LAST_RETRY_MS);

/** Resolves when all that this process was telling is told and marked. */
export async function finishTelling(): Promise<void> {
  await Promise.all(outboxes.map((outbox) => outbox.finishTelling()));
}

/** `isOver` ends it before all that is due was told. */
export async function sweepOutboxes(isOver?: () => boolean): Promise<void> {
  await Promise.all(outboxes.map((outbox) => outbox.sweep(isOver)));
}

/** Finds what a process that died, or a listener that failed, left untold; gives what stops it. */
export function startSweepingOutboxes(): () => void {
  let isOver = false;
  const stop = repeat(SWEEP_MS, () => sweepOutboxes(() => isOver));
  return () => {
    isOver = true;
    stop();
  };
}

/** Over all collections. */
export async function outboxLag(): Promise<Lag> {
  const lags = await Promise.all(outboxes.map((outbox) => outbox.lag()));
  const since = lags.flatMap((lag) => lag.since ?? []).toSorted((one, other) => one.getTime() - other.getTime())[0];
  return { waiting: lags.reduce((sum, { waiting }) => sum + waiting, 0), since: since ?? null };
}
