import { createHash, createSecretKey, randomUUID } from 'node:crypto';
import type { Role } from '@health-connect/contract/roles';
import jwt from 'jsonwebtoken';
import { env } from '../env.js';

export const SESSION_DAYS = 7;
export const COOKIE_NAME = 'token';
// Prepared once: from text the library would build it again for every request.
const KEY = createSecretKey(env.jwtSecret, 'utf8');

export interface SessionClaims {
  userId: string;
  role: Role;
  /** The account's version when it was issued: raising it ends every session. */
  version: number;
}

/** Each is unlike every other, also of the same person and second, so that signing out ends one session alone. */
export const signSession = ({ userId, role, version }: SessionClaims): string =>
  jwt.sign({ userId, role, version }, KEY, {
    algorithm: 'HS256',
    expiresIn: `${SESSION_DAYS}d`,
    jwtid: randomUUID(),
  });

/** Returns null for anything that is not a session of ours: forged, expired, of another algorithm. */
export function readSession(token: string): SessionClaims | null {
  try {
    const claims = jwt.verify(token, KEY, { algorithms: ['HS256'] });
    return typeof claims === 'object' ? (claims as SessionClaims) : null;
  } catch {
    return null;
  }
}

/** Names a session in rooms and logs without giving the token away. */
export const sessionKey = (token: string) => createHash('sha256').update(token).digest('base64url').slice(0, 22);
