import type { Account, Login } from '@health-connect/contract/accounts';
import { login as loginRoute, readOwnAccount } from '@health-connect/contract/auth';
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.js';
import { wipePrivateStorage } from '../../lib/private-storage.js';
import { settleSession } from '../../lib/session-end.js';
import { onStored } from '../../lib/session-hint.js';
import { beginSession, sessionQuery } from '../../lib/session-query.js';

/** After the session ended while a page is open. Somebody else begins anew; the same person goes on. */
export async function signInAgain(client: QueryClient, login: Login): Promise<Account> {
  const account = goOn(client, await call(loginRoute, { body: login }));
  tellOtherTabs();
  return account;
}

/** The same, where another tab of this browser may have signed in meanwhile. */
export const resumeSession = async (client: QueryClient) => void goOn(client, await call(readOwnAccount));

const RENEWED = 'session-renewed';

export const onSignedInElsewhere = (resume: () => void) => onStored(RENEWED, (value) => value !== null && resume());

/** Signed in again here: other tabs of this browser need not ask once more. */
function tellOtherTabs() {
  try {
    localStorage.setItem(RENEWED, String(Date.now()));
  } catch {
    // Storage can be forbidden; then each tab asks.
  }
}

function goOn(client: QueryClient, account: Account): Account {
  if (client.getQueryData(sessionQuery.queryKey)?._id !== account._id) {
    wipePrivateStorage();
    return beginSession(client, account);
  }
  client.setQueryData(sessionQuery.queryKey, account);
  settleSession(true);
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  return account;
}
