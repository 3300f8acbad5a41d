import type { SentProblem } from './problems.js';
import type { ErrorCode } from './errors.js';
import type { Role } from './roles.js';

/**
 * Reasons finer than a code, each with the code that it belongs to. A code by itself is a reason too, the general one:
 * whoever does not know a finer one has words for its code.
 */
export const CODE_OF_REASON = {
  wrong_times: 'validation_failed',
  wrong_dates: 'validation_failed',
  upload_unreadable: 'malformed_request',
  websocket_needed: 'malformed_request',
  password_changed: 'unauthenticated',
  signed_out_for_guessing: 'unauthenticated',
  account_suspended: 'invalid_credentials',
  doctor_only: 'forbidden',
  no_completed_appointment: 'forbidden',
  live_connection_over: 'not_found',
  too_many_with_doctor: 'too_many_bookings',
  too_many_in_all: 'too_many_bookings',
  too_close: 'slot_not_offered',
  too_far_ahead: 'slot_not_offered',
  unmoved: 'slot_not_offered',
  no_bookings: 'slot_not_offered',
  patient_came: 'invalid_transition',
  call_not_accepted: 'invalid_transition',
  email_taken_in_role: 'email_taken',
  sent_to_someone_else: 'key_reused',
  not_confirmed: 'not_open',
  proposal_open: 'not_open',
  appointment_completed: 'not_open',
  appointment_cancelled: 'not_open',
  appointment_missed: 'not_open',
  chat_consult: 'not_open',
  opens_later: 'not_open',
  consult_over: 'not_open',
  you_in_call: 'busy',
  being_called: 'busy',
  call_elsewhere: 'call_over',
  no_call_here: 'call_over',
  picture_too_large: 'too_large',
  too_many_pixels: 'too_large',
  pictures_fill_account: 'quota_exceeded',
  compressed: 'unsupported_media',
  not_a_picture_file: 'unsupported_media',
  too_often: 'rate_limited',
  too_many_guesses: 'rate_limited',
  pictures_of_today: 'rate_limited',
  messages_of_today: 'rate_limited',
  picture_on_its_way: 'rate_limited',
  picture_being_read: 'rate_limited',
  rang_often: 'rate_limited',
  too_many_connections: 'rate_limited',
  no_mail: 'not_configured',
  sign_in_crowded: 'unavailable',
  pictures_crowded: 'unavailable',
  picture_not_read: 'unavailable',
  room_crowded: 'unavailable',
  conversation_crowded: 'unavailable',
  bookings_crowded: 'unavailable',
} as const satisfies Record<string, ErrorCode>;

/** Why something is refused. */
export type Reason = ErrorCode | keyof typeof CODE_OF_REASON;

export const codeOf = (reason: Reason): ErrorCode =>
  reason in CODE_OF_REASON ? CODE_OF_REASON[reason as keyof typeof CODE_OF_REASON] : (reason as ErrorCode);

/** What the words for a reason need; the others need nothing. Never what somebody typed. */
export interface ReasonParams {
  too_many_with_doctor: { count: number };
  too_many_in_all: { count: number };
  email_taken_in_role: { role: Role };
  opens_later: { minutes: number };
  picture_too_large: { megabytes: number };
  pictures_fill_account: { megabytes: number; left: number };
  too_often: { seconds: number };
  too_many_guesses: { seconds: number };
  pictures_of_today: { megabytes: number; seconds: number };
  messages_of_today: { count: number; seconds: number };
}

/** As it travels: `undefined` where a reason needs no params. */
export type ParamsOfReason<R extends Reason = Reason> = R extends keyof ReasonParams ? ReasonParams[R] : undefined;

/** Why something is refused, in a form that every reader has words for. */
export interface Refusal {
  code: ErrorCode;
  reason: Reason;
  params?: ParamsOfReason;
  /** English, for whoever reads the raw answer; the page has its own words for the reason. */
  message: string;
  errors?: SentProblem[];
}

/** The body of every failure. No stack trace, query or internal name ever leaves the server. */
export interface ErrorBody extends Refusal {
  success: false;
  /** What the loser of a race needs to go on: the nearest free slots, or the current record. */
  data?: unknown;
  requestId: string;
}
