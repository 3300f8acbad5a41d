import { readHealth } from '@health-connect/contract/health';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.js';

/** What this installation is, such as whether demo people live here; it stays so until the server is started anew. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => call(readHealth, { signal }),
  staleTime: Infinity,
  retry: false,
});
