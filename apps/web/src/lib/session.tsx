import type { Account } from '@health-connect/contract/accounts';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react';
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
  /** Somebody signed in; the server has said who. */
  enter: (account: Account) => Account;
  /** The session is over, and nobody signs in again here. */
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

/** Everything is shown on the clock of who is signed in. */
function useReaderClock(account: Account | null) {
  setClock(account);
  const { timeZone, hours } = ownClock();
  useLayoutEffect(tellClock, [timeZone, hours]);
}

const sessionActions = (client: QueryClient): Omit<SessionContextValue, 'session'> => ({
  enter: (account) => beginSession(client, account),
  leave: () => {
    void wipeDrafts();
    wipePrivateStorage();
    forgetSession(client);
  },
  updateAccount: (account) => client.setQueryData(sessionQuery.queryKey, account),
});

/** The signed-in account; for pages that the guard lets only signed-in people see. */
export function useAccount(): Account {
  const { session } = useSession();
  if (session.status !== 'signed-in') throw new Error('useAccount is for pages behind the sign-in guard.');
  return session.account;
}
