import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { env } from '../env.js';
import { compressed, isCompressed } from '../http/early.js';
import { type AppError, refused } from '../http/errors.js';
import { isTrustedOrigin } from '../http/origin.js';
import { COOKIE_NAME, readSession } from '../lib/tokens.js';
import { takeToken } from './flood.js';
import type { AppSocket } from './types.js';

/** One message, as a websocket carries it; of long polling one body, which may carry several. */
export const MAX_PAYLOAD_BYTES = 128 * 1024;

/** Engine.IO's part of a socket: a websocket, or the requests that stand in for one. */
export type Session = AppSocket['conn'];
export type Asked = IncomingMessage & { _query: Record<string, string> };

/** Who is told to go hears it with their next poll; whoever polls no more is gone by then. */
export const LAST_WORDS_MS = 1_000;

export const tokenInCookie = (cookie: string | undefined): string | undefined => {
  const token = parse(cookie ?? '', '; ', '=')[COOKIE_NAME];
  return typeof token === 'string' ? token : undefined;
};

/** Whether a request could open a session of long polling, or go on with one. */
export const isPolling = ({ headers, method, _query: query }: Asked): boolean =>
  query.transport === 'polling' &&
  query.EIO === '4' &&
  headers.upgrade === undefined &&
  (method === 'GET' || (method === 'POST' && query.sid !== undefined));

/**
 * Whether another page of a browser is behind a request. Browsers name the page of a POST and of a websocket in `Origin`,
 * and that of a GET from elsewhere at least in `Sec-Fetch-Site` (Fetch Metadata). What names none is no browser, and
 * brings its own session.
 */
export function comesFromElsewhere({ method, headers }: IncomingMessage): boolean {
  if (headers.origin || method === 'POST') return !isTrustedOrigin(headers.origin, headers.host);
  return !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);
}

/**
 * The sessions of long polling. What a websocket shows once, by being one connection, each of their requests shows anew:
 * that it is of the person who opened the session, and that they are still signed in. The id alone, which stands in URLs
 * and so in the logs of proxies, opens nothing.
 */
export class PollingSessions {
  readonly #open = new Map<string, { session: Session; token: string | undefined }>();

  add(session: Session): void {
    const { sid } = session.transport;
    this.#open.set(sid, { session, token: tokenInCookie(session.request.headers.cookie) });
    session.once('close', () => this.#open.delete(sid));
    // Engine.IO would wait half a minute, in which the session counts and nothing can end it.
    Object.assign(session.transport, { closeTimeout: LAST_WORDS_MS });
  }

  /** Why a later request of a session is refused; null where it may pass. */
  refusalOf(req: Asked, res: ServerResponse): AppError | null {
    const sid = req._query.sid ?? '';
    const found = this.#open.get(sid);
    const token = tokenInCookie(req.headers.cookie);
    if (!found || found.token !== token) return refused('live_connection_over');
    if (token && !readSession(token)) {
      found.session.close(true);
      return refused('unauthenticated');
    }
    if (isCompressed(req)) return compressed();
    if (Number(req.headers['content-length'] ?? 0) > MAX_PAYLOAD_BYTES) return refused('too_large');
    if (env.rateLimit && takeToken(`polling:${sid}`) !== 'taken') return refused('rate_limited');
    // Answered before it came to its end: it may never come to one.
    res.once('finish', () => req.complete || req.socket.destroy());
    return null;
  }
}
