import { readCalls } from '@health-connect/contract/calls';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callPage } from '../../lib/call.js';

export const callsQuery = infiniteQueryOptions({
  queryKey: ['calls'],
  queryFn: ({ pageParam, signal }) => callPage(readCalls, { query: { cursor: pageParam }, signal }),
  initialPageParam: '',
  getNextPageParam: ({ meta }) => meta.nextCursor,
  // A call may have ended since.
  staleTime: 0,
});
