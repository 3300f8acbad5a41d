import { ERROR_STATUS, type ErrorCode } from '@health-connect/contract/errors';
import type { FieldProblem, PlainProblem, ProblemParams } from '@health-connect/contract/problems';
import { codeOf, type ParamsOfReason, type Reason, type ReasonParams } from '@health-connect/contract/refusals';
import { QueueFull } from '../lib/hash-queue.js';
import { isStorageFull } from '../lib/storage-full.js';
import { messageOfReason } from './english.js';

/** What may be told of a refusal besides why. */
interface About {
  errors?: FieldProblem[];
  /** What the person needs to go on: the nearest free slots, the current record. */
  data?: unknown;
  /** When it is worth another try; sent as Retry-After (RFC 9110). */
  retryAfterSeconds?: number;
}

/** A reason that needs params is not thrown without them. */
export type Said<R extends Reason> = R extends keyof ReasonParams
  ? [about: About & { params: ReasonParams[R] }]
  : [about?: About & { params?: undefined }];

/** An expected failure: safe to show, by a reason that the page has words for. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly reason: Reason;
  readonly params: ParamsOfReason | undefined;
  readonly details: Pick<About, 'errors' | 'data'>;
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: Reason, { params, errors, data, retryAfterSeconds }: About & { params?: ParamsOfReason } = {}) {
    super(messageOfReason(reason, params));
    this.reason = reason;
    this.params = params;
    this.code = codeOf(reason);
    this.status = ERROR_STATUS[this.code];
    this.details = { ...(errors && { errors }), ...(data !== undefined && { data }) };
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A refusal for a reason: `throw refused('too_close', { data })`. */
export const refused = <R extends Reason>(reason: R, ...[about]: Said<R>): AppError => new AppError(reason, about);

/** One field that is wrong. */
export const invalid = (path: string, ...[problem, params]: Wrong): AppError =>
  refused('validation_failed', { errors: [{ path, problem, params } as FieldProblem] });

/** `'in_future'`, or `'too_long', { max: 10 }`. */
type Wrong =
  | [problem: PlainProblem, params?: undefined]
  | { [P in keyof ProblemParams]: [problem: P, params: ProblemParams[P]] }[keyof ProblemParams];

/** A stranger's thing and a missing one are the same to the caller, word for word. */
export const notFound = () => refused('not_found');

/** Fails the request unless the condition holds; narrows like an `if`. */
export function ensure<R extends Reason>(condition: unknown, reason: R, ...said: Said<R>): asserts condition {
  if (!condition) throw refused(reason, ...said);
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
  if (error instanceof QueueFull) return refused('sign_in_crowded', { retryAfterSeconds: error.retryAfterSeconds });
  if (isStorageFull(error)) return refused('storage_full', { retryAfterSeconds: FULL_RETRY_SECONDS });
  if (isDatabaseAway(error)) return refused('unavailable');
  // The router's refusal of a path that is no percent-encoded text.
  if (error instanceof URIError && 'status' in error) return fromBodyParser(400);
  // body-parser marks its own 4xx errors as safe to expose (bad JSON, body too large, bad charset).
  if ('expose' in error && error.expose && 'status' in error) return fromBodyParser(Number(error.status));
  return internal();
}

function fromBodyParser(status: number): AppError {
  if (status === 413) return refused('too_large');
  if (status === 415) return refused('unsupported_media');
  return refused('malformed_request');
}

const internal = () => refused('internal');
