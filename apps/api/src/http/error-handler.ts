import type { ErrorBody } from '@health-connect/contract/errors';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { logger } from '../lib/logger.js';
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
  message: failure.message,
  code: failure.code,
  ...failure.details,
  requestId,
});
