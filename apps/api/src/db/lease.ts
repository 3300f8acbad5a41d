import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { logger } from '../lib/logger.js';
import { repeat } from '../lib/repeat.js';
import { number, type RecordOf, schemaOf, text } from './fields.js';
import { createModel } from './model.js';

const leaseFields = {
  /** What it is for. */
  _id: text(),
  /** The run that holds it. */
  holder: text(),
  /** Raised by the holder again and again, as long as its process lives. */
  beat: number(),
};
type LeaseRecord = RecordOf<typeof leaseFields>;
export const LeaseModel = createModel('Lease', schemaOf(leaseFields, { versionKey: false }));

/**
 * Whoever waits looks every so often, and takes a lease over whose holder did not beat for so many looks. Looks and not
 * time are counted: clocks of several machines differ, and a database that stands still for a while answers nobody.
 */
export interface LeaseTerms {
  everyMs: number;
  looks: number;
}
const TERMS: LeaseTerms = { everyMs: 500, looks: 20 };

/** Another process took the lease over, because this one was not heard of for too long. */
export class LeaseLost extends Error {}

export interface Lease {
  /** Before each thing that only one process may do. @throws LeaseLost */
  require(): Promise<void>;
}

/** Does work that one process at a time may do; the others wait. @throws LeaseLost */
export async function withLease<T>(name: string, work: (lease: Lease) => Promise<T>, terms = TERMS): Promise<T> {
  const mine = { _id: name, holder: randomUUID() };
  await take(mine, terms);
  const stopBeating = repeat(terms.everyMs, async () => {
    await LeaseModel.updateOne(mine, { $inc: { beat: 1 } });
  });
  try {
    return await work({
      async require() {
        if (!(await LeaseModel.exists(mine))) throw new LeaseLost(`the lease "${name}" went to another process`);
      },
    });
  } finally {
    stopBeating();
    // Where the database is away the lease runs out by itself.
    await LeaseModel.deleteOne(mine).catch(() => {});
  }
}

async function take(mine: Omit<LeaseRecord, 'beat'>, { everyMs, looks }: LeaseTerms): Promise<void> {
  let seen: LeaseRecord | null = null;
  let silent = 0;
  while (!(await isTaken(mine, silent >= looks ? seen : null))) {
    const found: LeaseRecord | null = await LeaseModel.findById(mine._id).lean<LeaseRecord>();
    if (!seen && found) logger.info({ lease: mine._id }, 'another process is at it; this one waits');
    const isSilent = found?.holder === seen?.holder && found?.beat === seen?.beat;
    silent = isSilent ? silent + 1 : 0;
    seen = found;
    await pause(everyMs);
  }
}

/** Takes a lease that nobody has, or the one of a holder that fell silent, if it still is. */
async function isTaken(mine: Omit<LeaseRecord, 'beat'>, silent: LeaseRecord | null): Promise<boolean> {
  if (silent) {
    const { modifiedCount } = await LeaseModel.updateOne(silent, { $set: { holder: mine.holder, beat: 0 } });
    if (modifiedCount > 0) logger.warn({ lease: mine._id }, 'its holder is gone; this process goes on');
    return modifiedCount > 0;
  }
  try {
    await LeaseModel.create({ ...mine, beat: 0 });
    return true;
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return false;
    throw error;
  }
}
