import { ApiError } from '../../../lib/api-error.js';

/** The server understood and said no; trying again as it is will not help. */
export const isRefusal = (error: unknown) =>
  error instanceof ApiError &&
  !['network', 'unreadable', 'internal', 'unavailable', 'storage_full', 'rate_limited'].includes(error.code);
