import type { Review } from '@health-connect/contract/reviews';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

const FIRST_REVIEWS = 3;
const MORE_REVIEWS = 20;

/** What patients say of a doctor, the newest first: a few, then more at a time. */
export const reviewsQuery = (doctorId: string) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'of', doctorId],
    queryFn: ({ pageParam, signal }) =>
      http.page<Review>(`/doctors/${doctorId}/reviews`, {
        query: { limit: pageParam ? MORE_REVIEWS : FIRST_REVIEWS, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
  });
