import type { Account, Login, Register } from '@health-connect/contract/accounts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
import { http } from './http.js';
import { ownClock, setClock, tellClock } from './own-clock.js';
import { wipePrivateStorage } from './private-storage.js';
import { onSignedOutElsewhere, rememberSignedIn } from './session-hint.js';
import { beginSession, forgetSession, sessionQuery, wipeDrafts } from './session-query.js';
import { strictContext } from './strict-context.js';

export type Session =
  | { status: 'loading' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; account: Account }
  /** The server could not say who this is. */
  | { status: 'failed'; error: unknown; retry: () => void };

interface SessionContextValue {
  session: Session;
  signIn: (login: Login) => Promise<Account>;
  signUp: (register: Register) => Promise<Account>;
  signOut: () => Promise<void>;
  /** The session is over already, and nobody signs in again here. */
  leave: () => void;
  /** After a change of the profile: the account as the server answered it. */
  updateAccount: (account: Account) => void;
}

const [SessionContext, useSession] = strictContext<SessionContextValue>('Session');
export { useSession };

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { status, data, error, refetch } = useQuery(sessionQuery);

  const session = useMemo<Session>(() => {
    if (status === 'pending') return { status: 'loading' };
    if (status === 'error') return { status: 'failed', error, retry: () => void refetch() };
    return data === null ? { status: 'signed-out' } : { status: 'signed-in', account: data };
  }, [status, data, error, refetch]);

  useReaderClock(session.status === 'signed-in' ? session.account : null);
  useEffect(() => {
    if (session.status === 'signed-in' || session.status === 'signed-out')
      rememberSignedIn(session.status === 'signed-in');
  }, [session.status]);

  useEffect(() => onSignedOutElsewhere(() => forgetSession(client)), [client]);

  const value = useMemo<SessionContextValue>(() => ({ session, ...sessionActions(client) }), [session, client]);

  return <SessionContext value={value}>{children}</SessionContext>;
}

/** Everything is shown on the clock of who is signed in; where that follows the device, the server is told where it is. */
function useReaderClock(account: Account | null) {
  const client = useQueryClient();
  setClock(account);
  const { timeZone, hours } = ownClock();
  useLayoutEffect(tellClock, [timeZone, hours]);
  const hasMoved = account !== null && account.zoneFromDevice && account.timeZone !== timeZone;
  useEffect(() => {
    if (!hasMoved) return;
    http
      .put<Account>('/patients/profile', { timeZone, zoneFromDevice: true })
      .then((moved) => client.setQueryData(sessionQuery.queryKey, moved))
      // It is told again with the next visit; what is shown here is right without it.
      .catch(() => undefined);
  }, [hasMoved, timeZone, client]);
}

function sessionActions(client: QueryClient): Omit<SessionContextValue, 'session'> {
  const enter = async (path: string, body: Login | Register) =>
    beginSession(client, await http.post<Account>(path, body));
  const leave = () => {
    void wipeDrafts();
    wipePrivateStorage();
    forgetSession(client);
  };
  return {
    leave,
    updateAccount: (account) => client.setQueryData(sessionQuery.queryKey, account),
    signIn: (login) => enter('/auth/login', login),
    signUp: (register) => enter('/auth/register', register),
    signOut: async () => {
      await http.post('/auth/logout');
      leave();
    },
  };
}

/** The signed-in account; for pages that the guard lets only signed-in people see. */
export function useAccount(): Account {
  const { session } = useSession();
  if (session.status !== 'signed-in') throw new Error('useAccount is for pages behind the sign-in guard.');
  return session.account;
}
