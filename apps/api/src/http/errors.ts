import { ERROR_STATUS, type ErrorCode, type FieldProblem } from '@health-connect/contract/errors';
import { QueueFull } from '../lib/hash-queue.js';
import { isStorageFull } from '../lib/storage-full.js';

interface Details {
  errors?: FieldProblem[];
  /** What the person needs to go on: the nearest free slots, the current record. */
  data?: unknown;
}

/** An expected failure: safe to show, already phrased for the person who caused it. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Details = {},
    /** When it is worth another try; sent as Retry-After (RFC 9110). */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.status = ERROR_STATUS[code];
  }
}

export const invalid = (path: string, message: string) =>
  new AppError('validation_failed', 'Please check the highlighted fields.', { errors: [{ path, message }] });

/** A stranger's thing and a missing one are the same to the caller, word for word. */
export const notFound = () => new AppError('not_found', 'We could not find that.');

/** Fails the request unless the condition holds; narrows like an `if`. */
export function ensure(condition: unknown, code: ErrorCode, message: string, details?: Details): asserts condition {
  if (!condition) throw new AppError(code, message, details);
}

export function ensureFound<T>(thing: T | null | undefined): asserts thing is T {
  if (thing === null || thing === undefined) throw notFound();
}

/** MongoDB's E11000: a unique index refused the write. Gives the fields of that index. */
export function duplicateKey(error: unknown): string[] | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11000) return null;
  const pattern = 'keyPattern' in error && typeof error.keyPattern === 'object' ? error.keyPattern : null;
  return Object.keys(pattern ?? {});
}

const FULL_RETRY_SECONDS = 60;
const FULL =
  'There is no room left to store that. Nothing was saved; what is there can be read. Please tell the clinic, and try again later.';

const DATABASE_AWAY =
  /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|ConnectionPool|Topology|ClientClosed)/;

/** The driver passes on what the socket said when the database went away during a write. */
const SOCKET_CLOSED = ['EPIPE', 'ECONNRESET'];

function isDatabaseAway(error: Error): boolean {
  if (DATABASE_AWAY.test(error.name) || /buffering timed out|before initial connection/.test(error.message))
    return true;
  return 'code' in error && SOCKET_CLOSED.includes(String(error.code));
}

/** Turns anything thrown into something we are willing to send. Unknown means our fault. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return internal();
  if (error instanceof QueueFull) {
    const message = 'Very many people sign in just now. Please try again in a few seconds.';
    return new AppError('unavailable', message, {}, error.retryAfterSeconds);
  }
  if (isStorageFull(error)) return new AppError('storage_full', FULL, {}, FULL_RETRY_SECONDS);
  if (isDatabaseAway(error)) {
    return new AppError('unavailable', 'We cannot reach our records just now. Please try again in a moment.');
  }
  // The router's refusal of a path that is no percent-encoded text.
  if (error instanceof URIError && 'status' in error) return fromBodyParser(400);
  // body-parser marks its own 4xx errors as safe to expose (bad JSON, body too large, bad charset).
  if ('expose' in error && error.expose && 'status' in error) return fromBodyParser(Number(error.status));
  return internal();
}

function fromBodyParser(status: number): AppError {
  if (status === 413) return new AppError('too_large', 'That is too large to send.');
  if (status === 415) return new AppError('unsupported_media', 'We cannot read that kind of content.');
  return new AppError('malformed_request', 'We could not read that request.');
}

const internal = () => new AppError('internal', 'Something went wrong on our side. Please try again.');
