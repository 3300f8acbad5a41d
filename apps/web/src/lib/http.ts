import type { SuccessBody } from '@health-connect/contract/errors';
import type { ErrorBody } from '@health-connect/contract/refusals';
import { ApiError, networkError, refusedBy } from './api-error.js';
import { withSession } from './session-end.js';

type QueryValue = string | number | boolean | null | undefined;

interface RequestOptions {
  /** What is null, undefined or empty is left out of the address. */
  query?: Readonly<Record<string, QueryValue>>;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** Sent twice it means the same. Left out: a PUT, a DELETE, or what carries an `Idempotency-Key`. */
  repeatable?: boolean;
}

interface Answer<T> {
  data: T;
  meta: Record<string, unknown>;
}

const BASE = '/api';
/** Longer than the server's own 5 s for an absent database, shorter than a person's patience. */
const DEADLINE_MS = 15_000;

/**
 * Sends one request with the session cookie and opens the envelope. Every failure, an absent network included, is an
 * ApiError; only an abort that the caller asked for passes through as it is. A write that finds the session ended
 * waits until the person signed in again.
 */
export function request<T>(method: string, path: string, body?: unknown, options: RequestOptions = {}) {
  const send = () => attempt<T>(method, path, body, options);
  return method === 'GET' ? send() : withSession(send);
}

async function attempt<T>(method: string, path: string, body: unknown, options: RequestOptions): Promise<Answer<T>> {
  try {
    return await sendOnce<T>(method, path, body, options);
  } catch (error) {
    const { repeatable = method !== 'POST' || options.headers?.['Idempotency-Key'] !== undefined } = options;
    if (error instanceof ApiError) error.repeatable = repeatable;
    throw error;
  }
}

async function sendOnce<T>(
  method: string,
  path: string,
  body: unknown,
  { query, headers, signal }: RequestOptions,
): Promise<Answer<T>> {
  const isForm = body instanceof FormData;
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  let response: Response;
  try {
    response = await fetch(BASE + path + queryString(query), {
      method,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: { Accept: 'application/json', ...(body !== undefined && !isForm && JSON_TYPE), ...headers },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw networkError();
  }
  return openEnvelope<T>(response);
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

export function queryString(query: RequestOptions['query'] = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text && `?${text}`;
}

async function openEnvelope<T>(response: Response): Promise<Answer<T>> {
  const body = await response.json().catch(() => null);
  return unwrap<T>(body, response.status);
}

/** Opens a parsed body: its data, or the ApiError that it reports. */
export async function unwrap<T>(body: unknown, status: number): Promise<Answer<T>> {
  const envelope = body as SuccessBody<T> | ErrorBody | null;
  if (envelope?.success === true) return { data: envelope.data, meta: envelope.meta ?? {} };
  if (envelope?.success === false) throw await refusedBy(envelope, status);
  throw new ApiError({ code: 'unreadable', status });
}
