/** Every failure the server can report, and the HTTP status it travels with. */
export const ERROR_STATUS = {
  validation_failed: 400,
  malformed_request: 400,
  wrong_password: 400,
  token_expired: 400,
  unauthenticated: 401,
  invalid_credentials: 401,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  slot_taken: 409,
  patient_busy: 409,
  too_many_bookings: 409,
  slot_not_offered: 409,
  invalid_transition: 409,
  stale_revision: 409,
  email_taken: 409,
  key_reused: 409,
  already_reviewed: 409,
  not_open: 409,
  room_full: 409,
  busy: 409,
  unreachable: 409,
  call_over: 409,
  too_large: 413,
  quota_exceeded: 413,
  unsupported_media: 415,
  unreadable_image: 422,
  rate_limited: 429,
  internal: 500,
  not_configured: 501,
  unavailable: 503,
  storage_full: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * What any route may answer, so that none lists it: refused input, no or another session, what is not there or not
 * theirs to know, too much at once, and what is wrong with the server.
 */
export const COMMON_ERRORS = [
  'validation_failed',
  'malformed_request',
  'unauthenticated',
  'forbidden',
  'bad_origin',
  'not_found',
  'too_large',
  'unsupported_media',
  'rate_limited',
  'internal',
  'unavailable',
  'storage_full',
] as const satisfies readonly ErrorCode[];
export type CommonError = (typeof COMMON_ERRORS)[number];
/** What a route or event says that it may answer besides. */
export type SpecificError = Exclude<ErrorCode, CommonError>;

/** The body of every success. */
export interface SuccessBody<T> {
  success: true;
  data: T;
  meta?: Record<string, unknown>;
}

/** `meta` of a paged list. */
export interface PageMeta {
  /** Asks for what comes after; null at the end. */
  nextCursor: string | null;
}
