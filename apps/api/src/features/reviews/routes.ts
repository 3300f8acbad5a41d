import { createReview, listReviews, type Review, reviewParams } from '@health-connect/contract/reviews';
import { Router } from 'express';
import { endpoint, page, publicEndpoint } from '../../http/endpoint.js';
import type { ReviewRecord } from './model.js';
import * as reviews from './service.js';

export const reviewRoutes = Router();

const present = ({ _id, rating, comment, author, createdAt }: ReviewRecord): Review => ({
  _id: _id.toString(),
  rating,
  comment,
  author,
  createdAt: createdAt.toISOString(),
});

reviewRoutes.get(
  '/:id/reviews',
  publicEndpoint({ params: reviewParams, query: listReviews }, async ({ params, query }) => {
    const { reviews: found, nextCursor } = await reviews.listReviews(params.id, query);
    return page(found.map(present), nextCursor);
  }),
);

reviewRoutes.post(
  '/:id/reviews',
  endpoint(
    { allow: ['patient'], params: reviewParams, body: createReview, status: 201 },
    async ({ user, params, body }) => present(await reviews.reviewDoctor(user, params.id, body)),
  ),
);
