import {
  changePassword,
  forgotPassword,
  login,
  register,
  resetPassword,
  ROLES,
} from '@health-connect/contract/accounts';
import { type Request, type Response, Router } from 'express';
import type { AccountRecord } from '../../db/accounts.js';
import { env } from '../../env.js';
import { Answer, endpoint, publicEndpoint } from '../../http/endpoint.js';
import { limitRate } from '../../http/rate-limit.js';
import { COOKIE_NAME, SESSION_DAYS } from '../../lib/tokens.js';
import { presentAccount } from './present.js';
import { requestReset, resetPassword as redeemReset } from './reset.js';
import * as auth from './service.js';

export const authRoutes = Router();

const cookie = { httpOnly: true, sameSite: 'strict', secure: env.secureCookies, path: '/' } as const;

function signIn(res: Response, account: AccountRecord) {
  res.cookie(COOKIE_NAME, auth.issueSession(account), { ...cookie, maxAge: SESSION_DAYS * 24 * 3600 * 1000 });
  return presentAccount(account);
}

// Guessing is slowed per address and, from anywhere, per account.
const perAddress = limitRate({ limit: 50, windowSeconds: 15 * 60, countFailuresOnly: true });
const perAccount = limitRate({ limit: 10, windowSeconds: 15 * 60, countFailuresOnly: true, by: accountOf });
const registrations = limitRate({ limit: 30, windowSeconds: 60 * 60 });

function accountOf(req: Request): string {
  const email: unknown = req.body?.email;
  return `account:${typeof email === 'string' ? email.trim().toLowerCase() : ''}`;
}

authRoutes.post(
  '/register',
  registrations,
  publicEndpoint({ body: register, status: 201 }, async ({ body, res }) => signIn(res, await auth.register(body))),
);

authRoutes.post(
  '/login',
  perAddress,
  perAccount,
  publicEndpoint({ body: login }, async ({ body, res }) => signIn(res, await auth.login(body))),
);

authRoutes.post(
  '/logout',
  publicEndpoint({}, async ({ user, res }) => {
    res.clearCookie(COOKIE_NAME, cookie);
    if (user && res.locals.token) await auth.endSession(user, res.locals.token);
  }),
);

authRoutes.post(
  '/logout-everywhere',
  endpoint({ allow: ROLES }, async ({ user, res }) => {
    res.clearCookie(COOKIE_NAME, cookie);
    await auth.endAllSessions(user, 'signed_out');
  }),
);

authRoutes.post(
  '/password',
  perAddress,
  endpoint({ allow: ROLES, body: changePassword }, async ({ user, body, res }) =>
    signIn(res, await auth.changePassword(user, body)),
  ),
);

authRoutes.post(
  '/forgot',
  registrations,
  publicEndpoint({ body: forgotPassword }, async ({ body }) => {
    await requestReset(body);
    return new Answer(null, { message: 'If there is such an account, a mail with a link is on its way.' });
  }),
);

authRoutes.post(
  '/reset',
  perAddress,
  publicEndpoint({ body: resetPassword }, async ({ body, res }) => signIn(res, await redeemReset(body))),
);

authRoutes.get(
  '/me',
  endpoint({ allow: ROLES }, async ({ user }) => presentAccount(await auth.ownAccount(user))),
);
