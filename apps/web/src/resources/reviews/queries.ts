import { readReviews } from '@health-connect/contract/reviews';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callPage } from '../../lib/call.js';

const FIRST_REVIEWS = 3;
const MORE_REVIEWS = 20;

/** What patients say of a doctor, the newest first: a few, then more at a time. */
export const reviewsQuery = (doctorId: string) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', doctorId],
    queryFn: ({ pageParam, signal }) =>
      callPage(readReviews, {
        params: { id: doctorId },
        query: { limit: pageParam ? MORE_REVIEWS : FIRST_REVIEWS, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
  });
