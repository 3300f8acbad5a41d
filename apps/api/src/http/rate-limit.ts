import type { Request, RequestHandler } from 'express';
import { COOKIE_NAME, readSession } from '../lib/tokens.js';
import { addressOf } from './address.js';
import { limitOf } from './limits.js';

interface Limited {
  /** Names it among all limits. */
  name: string;
  /** Requests per window. */
  limit: number;
  windowSeconds: number;
  /** Whom it counts; default: the person who is signed in, else the address. */
  by?: (req: Request) => string;
  /** Which requests it counts; default: all. */
  when?: (req: Request) => boolean;
}

/** 429 `rate_limited` with Retry-After (RFC 9110) above the limit. */
export function limitRate({ by = byPerson, when = () => true, ...declaration }: Limited): RequestHandler {
  const limit = limitOf(declaration);
  return async (req, _res, next) => {
    if (when(req)) await limit.take(by(req));
    next();
  };
}

/** Somebody who knows no session of ours. */
const byAddress = (req: Request) => `address:${addressOf(req)}`;

/**
 * One person behind the address of a whole clinic uses up nobody else's. The session is read and not looked up, so
 * that it costs nothing to be refused.
 */
function byPerson(req: Request): string {
  const token: string | undefined = req.cookies[COOKIE_NAME];
  const claims = token ? readSession(token) : null;
  return claims ? `person:${claims.userId}` : byAddress(req);
}
