import type { Schema } from 'mongoose';
import { date, group, id, list, nullable, number, type PartOf, text } from './fields.js';

/** Of a row that is an event: a change that others are told of. */
export const eventFields = {
  /** Null in rows from before there were events, which nobody waits for. */
  id: nullable(id()),
  dispatchedAt: nullable(date()),
  /** Listeners that failed and are told again; empty while nobody was told. */
  waitingFor: list(text()),
};
export type EventRow = PartOf<typeof eventFields>;

/** A row that tells nobody: of what was made up, or before there were events. */
export const NO_EVENT: EventRow = { id: null, dispatchedAt: null, waitingFor: [] };

const stateFields = {
  /** When the oldest event that was not told to everyone came; null while there is none. */
  since: nullable(date()),
  /** Until then one process tells, and the others keep away. */
  leaseUntil: nullable(date()),
  /** After a failure no sweep tries before. */
  retryAt: nullable(date()),
  attempts: number({ default: 0 }),
};
export type OutboxState = PartOf<typeof stateFields>;

export const NOTHING_WAITS: OutboxState = { since: null, leaseUntil: null, retryAt: null, attempts: 0 };

/** Of a document whose rows are events. */
export const outboxFields = { outbox: group(stateFields) };

export const IS_WAITING = { $type: 'date' } as const;

/** The few documents that have something to tell, for the sweeps. */
export const indexOutbox = (schema: Pick<Schema, 'index'>): void =>
  void schema.index({ 'outbox.since': 1 }, { partialFilterExpression: { 'outbox.since': IS_WAITING } });
