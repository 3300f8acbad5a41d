import { type QueryKey, queryOptions, skipToken } from '@tanstack/react-query';

/** What nobody asks for: the server tells it, or this page knows it. It lies in the cache, and is forgotten with it. */
export const toldQuery = <T>(queryKey: QueryKey) =>
  queryOptions<T>({ queryKey, queryFn: skipToken, staleTime: Infinity, gcTime: Infinity });
