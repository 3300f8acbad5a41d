import type { Health } from '@health-connect/contract/health';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

/** What this installation is, such as whether demo people live here; it stays so until the server is started anew. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => http.get<Health>('/health', { signal }),
  staleTime: Infinity,
  retry: false,
});
