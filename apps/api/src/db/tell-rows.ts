import type { Model, Types } from 'mongoose';
import { now } from '../lib/clock.js';
import { type DomainEvents, type EventName, isListening, LISTENER_MS, listenersOf, tell } from '../lib/events.js';
import { logger } from '../lib/logger.js';
import type { EventRow, OutboxState } from './outbox-fields.js';

/** A listener that failed so often needs somebody to look. */
const LOUD_AFTER = 8;

export interface WithOutbox {
  _id: Types.ObjectId;
  outbox: OutboxState;
}

type Payload<E extends EventName> = DomainEvents[E];
/** What the process that made a change knows beside what is stored. */
export type Known<E extends EventName> = Partial<Payload<E>>;

/** A row of a document, and where in it it stands. */
interface Placed<E extends EventName> {
  row: EventRow;
  path: string;
  payload: Omit<Payload<E>, 'id'>;
}

export interface Source<R extends WithOutbox, E extends EventName> {
  event: E;
  model: Model<R>;
  /** The rows that are events, oldest first. */
  rowsOf(document: R): Placed<E>[];
  /** Holds as long as no row was added since the document was read. */
  hasSameRows(document: R): object;
}

/** Late: the lease, or this process, came to its end before everything was told. */
type Outcome = 'done' | 'failed' | 'late';

/** What became of telling the events of a document, and what to write into it. */
export interface Marked<R> {
  document: R;
  marks: Record<string, Date | string[]>;
  outcome: Outcome;
  /** Rows were added while these were told. */
  hasMore?: boolean;
}

/** Tells what nobody heard yet of a document whose lease this process has. */
export async function tellRows<R extends WithOutbox, E extends EventName>(
  source: Source<R, E>,
  document: R,
  known?: Known<E>,
): Promise<Marked<R>> {
  const marks: Marked<R>['marks'] = {};
  // Who failed at an event hears no later one before it.
  const behind = new Set<string>();
  const rows = source.rowsOf(document).filter(({ row }) => row.id && !row.dispatchedAt);
  let outcome: Outcome = 'done';
  for (const [index, { row, path, payload }] of rows.entries()) {
    const isLate = !isListening() || (index > 0 && isShort(document));
    if (isLate) return { document, marks, outcome: outcome === 'done' ? 'late' : outcome };
    const heard = { ...payload, ...(rows.length === 1 && known), id: row.id! } as Payload<E>;
    const left = await tellRow(source.event, row, heard, behind, document.outbox.attempts + 1);
    if (left.length > 0) outcome = 'failed';
    Object.assign(marks, markOf(path, left));
  }
  return { document, marks, outcome };
}

/** Gives who has still to hear it. */
async function tellRow<E extends EventName>(
  event: E,
  { id, waitingFor }: EventRow,
  heard: Payload<E>,
  behind: Set<string>,
  attempts: number,
): Promise<string[]> {
  const level = attempts >= LOUD_AFTER ? 'error' : 'warn';
  const listeners = listenersOf(event);
  const names = waitingFor.length > 0 ? waitingFor : [...new Set([...listeners, ...behind])];
  for (const listener of names) {
    if (listeners.includes(listener) || behind.has(listener)) continue;
    // Of another version, which runs beside this one or comes: it is told there.
    behind.add(listener);
    logger[level]({ event, id, listener, attempts }, 'an event waits for a listener that this version does not have');
  }
  const present = names.filter((name) => !behind.has(name));
  for (const { name, error } of await tell(event, heard, present)) {
    behind.add(name);
    logger[level]({ err: error, event, id, listener: name, attempts }, 'a listener failed and is told again');
  }
  return names.filter((name) => behind.has(name));
}

const markOf = (path: string, left: string[]) =>
  left.length > 0 ? { [`${path}.waitingFor`]: left } : { [`${path}.dispatchedAt`]: new Date(now()) };

/** The lease might not last for another event. */
const isShort = ({ outbox }: WithOutbox) => now() + 2 * LISTENER_MS > (outbox.leaseUntil?.getTime() ?? 0);
