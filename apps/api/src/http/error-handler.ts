import type { ErrorBody, Refusal } from '@health-connect/contract/refusals';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { logger } from '../lib/logger.js';
import { requireReason } from './declared.js';
import { messageOfProblem } from './english.js';
import { type AppError, notFound, toAppError } from './errors.js';

export const errorHandler: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  const failure = toAppError(error);
  if (failure.status >= 500) logger.error({ err: error, requestId: req.id, method: req.method }, 'request failed');
  if (failure.retryAfterSeconds) res.setHeader('Retry-After', failure.retryAfterSeconds);
  res.status(failure.status).json(bodyOf(failure, String(req.id)));
};

export const unknownPath: RequestHandler = () => {
  throw notFound();
};

export const bodyOf = (failure: AppError, requestId: string): ErrorBody => ({
  success: false,
  ...refusalOf(failure),
  ...(failure.details.data !== undefined && { data: failure.details.data }),
  requestId,
});

/** What is told of a refusal, by HTTP and by socket alike. */
export function refusalOf(failure: AppError): Refusal {
  requireReason(failure);
  const { code, reason, params, message, details } = failure;
  const errors = details.errors?.map((wrong) => ({ ...wrong, message: messageOfProblem(wrong) }));
  return { code, reason, ...(params && { params }), message, ...(errors && { errors }) };
}
