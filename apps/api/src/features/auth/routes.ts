import {
  login,
  logout,
  logoutEverywhere,
  readOwnAccount,
  redeemReset,
  register,
  replacePassword,
  requestReset,
  saveLanguage,
} from '@health-connect/contract/auth';
import type { Request, Response } from 'express';
import type { AccountRecord } from '../../db/accounts.js';
import { env } from '../../env.js';
import { addressOf } from '../../http/address.js';
import { type Limit, limitOf } from '../../http/limits.js';
import { serve, type Served } from '../../http/serve.js';
import type { Asker } from '../../lib/hash-queue.js';
import { COOKIE_NAME, SESSION_DAYS } from '../../lib/tokens.js';
import { changeOwnPassword } from './change-password.js';
import { guess } from './guesses.js';
import { accountKey, knownDevice, rememberDevice } from './known-devices.js';
import { presentAccount } from './present.js';
import * as reset from './reset.js';
import * as auth from './service.js';

const cookie = { httpOnly: true, sameSite: 'strict', secure: env.secureCookies, path: '/' } as const;

function signIn(req: Request, res: Response, account: AccountRecord) {
  res.cookie(COOKIE_NAME, auth.issueSession(account), { ...cookie, maxAge: SESSION_DAYS * 24 * 3600 * 1000 });
  rememberDevice(req, res, accountKey(account));
  return presentAccount(account);
}

const perHour = { limit: 30, windowSeconds: 60 * 60 };
const registrations = limitOf({ name: 'registrations', ...perHour });
const resetRequests = limitOf({ name: 'reset-requests', ...perHour });
const resets = limitOf({ name: 'resets', ...perHour });

/** Whoever makes the server hash from one address again and again waits behind those who do not. */
async function askerAt(limit: Limit, req: Request): Promise<Asker> {
  const address = addressOf(req);
  const { count } = await limit.take(address);
  return { key: address, failures: count - 1 };
}

export const authRoutes: Served[] = [
  serve(register, async ({ body, req, res }) =>
    signIn(req, res, await auth.register(body, await askerAt(registrations, req))),
  ),

  serve(login, async ({ body, req, res }) => {
    const account = accountKey(body);
    const guesser = { account, address: addressOf(req), device: knownDevice(req, account) };
    return signIn(req, res, await guess(guesser, (asker) => auth.login(body, asker)));
  }),

  serve(logout, async ({ user, res }) => {
    res.clearCookie(COOKIE_NAME, cookie);
    if (user && res.locals.token) await auth.endSession(user, res.locals.token);
  }),

  serve(logoutEverywhere, async ({ user, res }) => {
    res.clearCookie(COOKIE_NAME, cookie);
    await auth.endAllSessions(user, 'signed_out');
  }),

  serve(replacePassword, async ({ user, body, req, res }) =>
    signIn(req, res, await changeOwnPassword(user, res.locals.token!, body)),
  ),

  serve(requestReset, async ({ body, req }) => {
    await resetRequests.take(addressOf(req));
    await reset.requestReset(body);
  }),

  serve(redeemReset, async ({ body, req, res }) =>
    signIn(req, res, await reset.resetPassword(body, await askerAt(resets, req))),
  ),

  serve(saveLanguage, async ({ user, body }) => presentAccount(await auth.saveLanguage(user, body))),

  serve(readOwnAccount, async ({ user }) => presentAccount(await auth.ownAccount(user))),
];
