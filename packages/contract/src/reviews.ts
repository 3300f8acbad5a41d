import { answers, pages, route } from './route.js';
import { type Infer, id, integer, optional, paging, text } from './fields.js';

export const reviewParams = { id: id() };
export const listReviews = paging;

/** Without `appointmentId` the latest completed appointment that is not reviewed yet is meant. */
export const createReview = {
  rating: integer({ min: 1, max: 5 }),
  comment: text({ max: 2000 }),
  appointmentId: optional(id()),
};
export type CreateReview = Infer<typeof createReview>;

export interface Review {
  _id: string;
  rating: number;
  comment: string;
  /** First name only: a review must not tell strangers who is treated by whom. */
  author: string;
  createdAt: string;
}

export const readReviews = route({
  method: 'get',
  path: '/doctors/:id/reviews',
  allow: 'anyone',
  params: reviewParams,
  query: listReviews,
  answer: pages<Review>(),
  summary: 'What patients wrote of a doctor, latest first.',
});

export const reviewDoctor = route({
  method: 'post',
  path: '/doctors/:id/reviews',
  allow: ['patient'],
  params: reviewParams,
  body: createReview,
  answer: answers<Review>(),
  status: 201,
  errors: ['already_reviewed'],
  summary: 'Reviews a completed appointment, once.',
});
