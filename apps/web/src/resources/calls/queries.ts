import type { CallRecord } from '@health-connect/contract/calls';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const callsQuery = infiniteQueryOptions({
  queryKey: ['calls'],
  queryFn: ({ pageParam, signal }) => http.page<CallRecord>('/calls', { query: { cursor: pageParam }, signal }),
  initialPageParam: '',
  getNextPageParam: ({ meta }) => meta.nextCursor,
  // A call may have ended since.
  staleTime: 0,
});
