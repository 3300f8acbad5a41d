import { readReviews, type Review, reviewDoctor } from '@health-connect/contract/reviews';
import { page } from '../../http/answer.js';
import { serve, type Served } from '../../http/serve.js';
import type { ReviewRecord } from './model.js';
import * as reviews from './service.js';

const present = ({ _id, rating, comment, author, createdAt }: ReviewRecord): Review => ({
  _id: _id.toString(),
  rating,
  comment,
  author,
  createdAt: createdAt.toISOString(),
});

export const reviewRoutes: Served[] = [
  serve(readReviews, async ({ params, query }) => {
    const { items, nextCursor } = await reviews.listReviews(params.id, query);
    return page(items.map(present), nextCursor);
  }),

  serve(reviewDoctor, async ({ user, params, body }) => present(await reviews.reviewDoctor(user, params.id, body))),
];
