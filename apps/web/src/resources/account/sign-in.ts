import type { Account, ForgotPassword, Login, Register, ResetPassword } from '@health-connect/contract/accounts';
import { http } from '../../lib/http.js';
import { useSession } from '../../lib/session.js';

/** Each ends with somebody signed in here, and nothing left of whoever was here before. */
export function useSignIn() {
  const { enter } = useSession();
  return {
    signIn: async (login: Login) => enter(await http.post<Account>('/auth/login', login)),
    signUp: async (register: Register) => enter(await http.post<Account>('/auth/register', register)),
  };
}

export function useSignOut() {
  const { leave } = useSession();
  return async () => {
    await http.post('/auth/logout');
    leave();
  };
}

/** Ends every session of this person, this one too. */
export const signOutEverywhere = () => http.post('/auth/logout-everywhere');

export const requestReset = (body: ForgotPassword) => http.post('/auth/forgot', body);

/** Whoever has the mailed token is signed in with the new password. */
export function useResetPassword() {
  const { updateAccount } = useSession();
  return async (body: ResetPassword) => updateAccount(await http.post<Account>('/auth/reset', body));
}
