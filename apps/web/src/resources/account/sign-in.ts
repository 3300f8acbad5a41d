import type { ForgotPassword, Login, Register, ResetPassword } from '@health-connect/contract/accounts';
import {
  login as loginRoute,
  logout,
  logoutEverywhere,
  redeemReset,
  register as registerRoute,
  requestReset as requestResetRoute,
} from '@health-connect/contract/auth';
import { call } from '../../lib/call.js';
import { useSession } from '../../lib/session.js';

/** Each ends with somebody signed in here, and nothing left of whoever was here before. */
export function useSignIn() {
  const { enter } = useSession();
  return {
    signIn: async (login: Login) => enter(await call(loginRoute, { body: login })),
    signUp: async (register: Register) => enter(await call(registerRoute, { body: register })),
  };
}

export function useSignOut() {
  const { leave } = useSession();
  return async () => {
    await call(logout);
    leave();
  };
}

/** Ends every session of this person, this one too. */
export const signOutEverywhere = () => call(logoutEverywhere);

export const requestReset = (body: ForgotPassword) => call(requestResetRoute, { body });

/** Whoever has the mailed token is signed in with the new password. */
export function useResetPassword() {
  const { updateAccount } = useSession();
  return async (body: ResetPassword) => updateAccount(await call(redeemReset, { body }));
}
