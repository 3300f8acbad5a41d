import type { DataOf } from '@health-connect/contract/error-data';
import type { ErrorCode } from '@health-connect/contract/errors';
import type { SentProblem } from '@health-connect/contract/problems';
import type { Reason, Refusal } from '@health-connect/contract/refusals';
import { t } from '@lingui/core/macro';
import { loadedRefusalWords, loadRefusalWords } from './refusals/refusals.js';

/** network: the server was not reached. unreadable: something answered that is not our server. */
export type FailureCode = ErrorCode | 'network' | 'unreadable';

/** Why the server was not heard. */
type OwnReason = 'network' | 'offline' | 'stopped' | 'unreadable';

interface Failure<Code extends FailureCode> {
  code: Code;
  /** Finer than the code, where there is something finer to say. */
  reason?: Reason | OwnReason;
  /** What the words for the reason need. */
  params?: object | undefined;
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
  readonly reason: string;
  readonly params: object | undefined;
  readonly status: number;
  readonly errors: readonly SentProblem[];
  /** What the server sent along, as the code says: the nearest free slots, or the current record. */
  readonly data: DataOf<Code> | undefined;
  readonly requestId: string | undefined;
  /** The request that failed may be sent twice and means the same: lib/http.ts knows. */
  repeatable = false;

  constructor({ code, reason, params, status = 0, errors = [], data, requestId }: Failure<Code>) {
    // For whoever reads a log; words for people are `messageOf`.
    super(reason ?? code);
    this.name = 'ApiError';
    this.code = code;
    this.reason = reason ?? code;
    this.params = params;
    this.status = status;
    this.errors = errors;
    this.data = data as DataOf<Code> | undefined;
    this.requestId = requestId;
  }
}

/** What the server refused, once there are words for it. */
export async function refusedBy(refusal: Refusal, status = 0): Promise<ApiError> {
  // Every visitor's first question is answered so; the words for it are here.
  if (refusal.reason !== 'unauthenticated') await loadRefusalWords();
  return new ApiError({ ...refusal, status });
}

/** Whether anything thrown is our failure, of one of these codes if any are named. */
export const isApiError = <Code extends FailureCode = FailureCode>(
  error: unknown,
  ...codes: Code[]
): error is ApiError<Code> =>
  error instanceof ApiError && (codes.length === 0 || (codes as FailureCode[]).includes(error.code));

const OWN: Readonly<Record<string, () => string>> = {
  network: () => t`The server did not answer. Nothing of yours is lost; try again in a moment.`,
  offline: () => t`You are offline. Nothing of yours is lost; try again when you are back.`,
  stopped: () => t`Sending was stopped.`,
  unreadable: () => t`The server gave an answer that we cannot read. Try again in a moment.`,
  unauthenticated: () => t`Please sign in.`,
};

/** Words for a person, whatever was thrown, in the language of this moment. */
export function messageOf(error: unknown): string {
  const own = error instanceof ApiError ? OWN[error.reason] : undefined;
  if (own) return own();
  const words = error instanceof ApiError ? loadedRefusalWords()?.refusalWords(error) : undefined;
  return words ?? t`Something went wrong here. Try again, or load the page anew.`;
}

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

export const networkError = () => new ApiError({ code: 'network', reason: navigator.onLine ? 'network' : 'offline' });
