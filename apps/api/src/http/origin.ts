import type { RequestHandler } from 'express';
import { env } from '../env.js';
import { ensure } from './errors.js';

/**
 * Whether a browser page of `origin` may act with a person's cookie: our own address, or one that the operator
 * listed. Without PUBLIC_URL in production the host that was asked counts as ours.
 */
export function isTrustedOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  if (origin === env.publicUrl || env.corsOrigins.includes(origin)) return true;
  return !env.production && host !== undefined && new URL(origin).host === host;
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** SameSite cookies leave sibling subdomains; the Origin header (RFC 6454) closes that gap. */
export const requireTrustedOrigin: RequestHandler = (req, _res, next) => {
  ensure(SAFE_METHODS.includes(req.method) || isTrustedOrigin(req.get('origin'), req.get('host')), 'bad_origin');
  next();
};
