import type { DataOf } from '@health-connect/contract/error-data';
import type { ErrorCode } from '@health-connect/contract/errors';
import type { SentProblem } from '@health-connect/contract/problems';

/** network: the server was not reached. unreadable: something answered that is not our server. */
export type FailureCode = ErrorCode | 'network' | 'unreadable';

interface Failure<Code extends FailureCode> {
  code: Code;
  message: string;
  /** HTTP status; 0 when there was no answer, or for a socket. */
  status?: number;
  errors?: readonly SentProblem[];
  /** What the server sent along: the nearest free slots, or the current record. */
  data?: unknown;
  requestId?: string;
}

/** A failure as the rest of the app sees it, whether it came by HTTP, by socket or from the network. */
export class ApiError<Code extends FailureCode = FailureCode> extends Error {
  readonly code: Code;
  readonly status: number;
  readonly errors: readonly SentProblem[];
  /** What the server sent along, as the code says: the nearest free slots, or the current record. */
  readonly data: DataOf<Code> | undefined;
  readonly requestId: string | undefined;
  /** The request that failed may be sent twice and means the same: lib/http.ts knows. */
  repeatable = false;

  constructor({ code, message, status = 0, errors = [], data, requestId }: Failure<Code>) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.data = data as DataOf<Code> | undefined;
    this.requestId = requestId;
  }
}

/** Whether anything thrown is our failure, of one of these codes if any are named. */
export const isApiError = <Code extends FailureCode = FailureCode>(
  error: unknown,
  ...codes: Code[]
): error is ApiError<Code> =>
  error instanceof ApiError && (codes.length === 0 || (codes as FailureCode[]).includes(error.code));

/** Words for a person, whatever was thrown. */
export const messageOf = (error: unknown) =>
  error instanceof ApiError ? error.message : 'Something went wrong here. Try again, or load the page anew.';

/** Whether the network or the server's own troubles stopped it: another try, as it is, can mend that. A refusal it cannot. */
export const isPassing = (error: unknown) =>
  isApiError(error, 'network', 'unreadable', 'internal', 'unavailable', 'storage_full', 'rate_limited');

/** repeats: may be sent again by itself when the server is back. asks: only when the person says so. */
export type Away = 'repeats' | 'asks';

/** Whether a write failed because the server could not be reached or could not work; null for every other failure. */
export function awayOf(error: unknown): Away | null {
  if (!isApiError(error, 'network', 'unreadable', 'unavailable')) return null;
  return error.repeatable ? 'repeats' : 'asks';
}

export const networkError = () =>
  new ApiError({
    code: 'network',
    message: navigator.onLine
      ? 'The server did not answer. Nothing of yours is lost; try again in a moment.'
      : 'You are offline. Nothing of yours is lost; try again when you are back.',
  });
