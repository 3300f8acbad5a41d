import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, isApiError } from './api-error.js';
import { holdSession } from './session-end.js';
import { forgetSession, sessionQuery } from './session-query.js';

/** What a second try can mend: the network and the server's own troubles, never a refusal. */
const canMend = (error: unknown) => !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

const RECOVERY_MS = 5_000;

export function createQueryClient() {
  // The session ended elsewhere: signing in is offered in place, or the guards take over.
  const onError = (error: unknown) => {
    if (!isApiError(error, 'unauthenticated') || !client.getQueryData(sessionQuery.queryKey)) return;
    if (!holdSession()) forgetSession(client);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && canMend(error),
        // A page that did not load comes by itself once the server is back.
        refetchInterval: ({ state }) => (state.status === 'error' && canMend(state.error) ? RECOVERY_MS : false),
        // Offline, a query fails with words instead of pausing without any.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
