import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { logger } from '../lib/logger.js';

declare global {
  namespace Express {
    interface Request {
      /** Names this request in the log and in the body of a failure. */
      id: string;
    }
  }
}

/**
 * Names every request and writes a line when it is answered. Paths carry ids only; what stands after the question
 * mark may be what a patient searched for, and stays out of the log.
 */
export const requestLog: RequestHandler = (req, res, next) => {
  req.id = randomUUID();
  if (logger.isLevelEnabled('info')) {
    const began = performance.now();
    const path = req.originalUrl.split('?', 1)[0];
    res.once('finish', () => {
      const ms = Math.round(performance.now() - began);
      logger.info({ requestId: req.id, method: req.method, path, status: res.statusCode, ms }, 'answered');
    });
  }
  next();
};
