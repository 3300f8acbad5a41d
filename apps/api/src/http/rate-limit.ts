import type { Request } from 'express';
import { rateLimit } from 'express-rate-limit';
import { env } from '../env.js';
import { AppError } from './errors.js';

interface Limit {
  /** Requests per window. */
  limit: number;
  windowSeconds: number;
  /** Whom it counts; default: the address. */
  by?: (req: Request) => string;
  /** Which requests it counts; default: all. */
  when?: (req: Request) => boolean;
  countFailuresOnly?: boolean;
}

/** 429 `rate_limited` with Retry-After (RFC 9110) above the limit. Counted per process. */
export const limitRate = ({ limit, windowSeconds, by, when = () => true, countFailuresOnly = false }: Limit) =>
  rateLimit({
    windowMs: windowSeconds * 1000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (req) => !env.rateLimit || !when(req),
    skipSuccessfulRequests: countFailuresOnly,
    ...(by && { keyGenerator: by }),
    handler: (_req, res) => {
      res.setHeader('Retry-After', windowSeconds);
      throw new AppError('rate_limited', 'That was too often. Please wait a little and try again.');
    },
  });
