import type { Account } from '@health-connect/contract/accounts';
import { readOwnAccount } from '@health-connect/contract/auth';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { isApiError } from './api-error.js';
import { call } from './call.js';
import { DRAFTS_DATABASE } from './drafts-database.js';
import { holdSession } from './session-end.js';

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async ({ signal, client }): Promise<Account | null> => {
    try {
      return await call(readOwnAccount, { signal });
    } catch (error) {
      if (!isApiError(error, 'unauthenticated')) throw error;
      // Whose page is open may sign in again in place.
      const before = client.getQueryData<Account | null>(['session']);
      return before && holdSession() ? before : null;
    }
  },
});

/** Forgets everything that belonged to the person who was here. */
export function forgetSession(client: QueryClient) {
  const isTheirs = (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== sessionQuery.queryKey[0];
  void client.cancelQueries({ predicate: isTheirs });
  client.setQueryData(sessionQuery.queryKey, null);
  client.removeQueries({ predicate: isTheirs });
}

/** Somebody is here now, with nothing of whoever was here before; drafts' code is loaded only to remove them. */
export function beginSession(client: QueryClient, account: Account): Account {
  void wipeDrafts(account._id);
  forgetSession(client);
  client.setQueryData(sessionQuery.queryKey, account);
  return account;
}

/** Where their code cannot be had, all of them go: what one person typed must not wait for the next. */
export const wipeDrafts = (keptOwner?: string): Promise<unknown> =>
  import('./drafts.js').then(
    (drafts) => drafts.wipeDrafts(keptOwner),
    () => indexedDB.deleteDatabase(DRAFTS_DATABASE),
  );
