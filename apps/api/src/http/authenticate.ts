import type { SessionUser } from '@health-connect/contract/accounts';
import type { RequestHandler } from 'express';
import { AccountModel } from '../db/accounts.js';
import { sessionUserOf } from '../db/session-user.js';
import { COOKIE_NAME, readSession, sessionKey } from '../lib/tokens.js';

const FACTS = { name: 1, role: 1, version: 1, language: 1, suspendedAt: 1, signedOut: 1 } as const;

/**
 * The one verifier of sessions, for HTTP and sockets: the account is loaded afresh, so a suspended one, an old
 * version, a changed role or a session that was signed out is refused at once.
 */
export async function sessionUser(token: string | undefined): Promise<SessionUser | null> {
  const claims = token ? readSession(token) : null;
  if (!token || !claims) return null;
  const account = await AccountModel.findById(claims.userId, FACTS).lean();
  if (!account || account.suspendedAt || account.version !== claims.version || account.role !== claims.role)
    return null;
  const key = sessionKey(token);
  if (account.signedOut?.some((ended) => ended.key === key)) return null;
  return sessionUserOf(account);
}

/** Puts the person behind the session cookie, if there is one, where `serve` looks. Refuses nobody. */
export const authenticate: RequestHandler = async (req, res, next) => {
  const token: string | undefined = req.cookies[COOKIE_NAME];
  const user = await sessionUser(token);
  if (user) Object.assign(res.locals, { user, token });
  next();
};
