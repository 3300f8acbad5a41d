import { createHmac, createSecretKey, randomUUID } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { env } from '../../env.js';

const COOKIE = 'device';
const DAYS = 365;
/** So many accounts that signed in on a device are known to it, the latest ones: a family, or both of one's roles. */
const MOST_ACCOUNTS = 5;
// A key of its own: neither can a device pass for a session nor a session for a device.
const KEY = createSecretKey(createHmac('sha256', env.jwtSecret).update('known devices').digest());
const cookie: CookieOptions = { httpOnly: true, sameSite: 'strict', secure: env.secureCookies, path: '/api/auth' };

interface Device {
  id: string;
  accounts: string[];
}

/** Names an account, whether or not there is one, without saying whose it is. */
export const accountKey = ({ email, role }: { email: string; role: string }): string =>
  createHmac('sha256', KEY).update(`${role} ${email}`).digest('base64url').slice(0, 22);

/** The device's id where this account has signed in on it before; null on any other. */
export function knownDevice(req: Request, account: string): string | null {
  const device = readDevice(req);
  return device?.accounts.includes(account) ? device.id : null;
}

/** From now on this account is known on this device; it stays so after signing out. It is no session. */
export function rememberDevice(req: Request, res: Response, account: string): void {
  const { id, accounts } = readDevice(req) ?? { id: randomUUID(), accounts: [] };
  const device: Device = {
    id,
    accounts: [account, ...accounts.filter((one) => one !== account)].slice(0, MOST_ACCOUNTS),
  };
  const token = jwt.sign(device, KEY, { algorithm: 'HS256', expiresIn: `${DAYS}d` });
  res.cookie(COOKIE, token, { ...cookie, maxAge: DAYS * 24 * 3600 * 1000 });
}

function readDevice(req: Request): Device | null {
  try {
    return jwt.verify(req.cookies[COOKIE], KEY, { algorithms: ['HS256'] }) as unknown as Device;
  } catch {
    return null;
  }
}
