import type { ErrorCode } from '@health-connect/contract/errors';
import type { Wrong } from '@health-connect/contract/problems';
import type { Reason, ReasonParams } from '@health-connect/contract/refusals';
import { plural, select, t } from '@lingui/core/macro';
import { formatNumber } from '../write.js';
import { problemWords } from './problem-words.js';

export { problemWords };

type Words<Names extends string> = {
  [N in Names]: N extends keyof ReasonParams ? (params: ReasonParams[N]) => string : () => string;
};

/** Of a code by itself: also what is said for a reason of it that this page does not know. */
const OF_CODES: Words<ErrorCode> = {
  validation_failed: () => t`Please check the highlighted fields.`,
  malformed_request: () => t`We could not read that request.`,
  wrong_password: () => t`The current password is not right.`,
  token_expired: () => t`This link was used or is too old. Ask for a new one.`,
  unauthenticated: () => t`Please sign in.`,
  invalid_credentials: () => t`The e-mail, password or role is not right. Check all three.`,
  forbidden: () => t`Your account cannot do this.`,
  bad_origin: () => t`This request did not come from our own page, so it was refused.`,
  not_found: () => t`We could not find that.`,
  slot_taken: () => t`This time has just been taken. Choose one of the nearest free ones.`,
  patient_busy: () => t`There is another visit of the same patient at this time. Choose another one.`,
  too_many_bookings: () => t`You have as many visits coming up as can be booked at one time.`,
  slot_not_offered: () => t`The doctor does not offer this time. Choose one from the list.`,
  invalid_transition: () => t`This appointment has changed, so that is not possible. Look at it again.`,
  stale_revision: () => t`Notes or summary were changed meanwhile. Look at both texts, then save again.`,
  email_taken: () => t`There is already an account with this e-mail. Sign in instead.`,
  key_reused: () => t`This Idempotency-Key was used for another booking. Use a new one.`,
  already_reviewed: () => t`You have reviewed this visit already.`,
  not_open: () => t`This appointment has just changed. Look at it again.`,
  room_full: () => t`The room is full. Somebody must leave first.`,
  busy: () => t`They are in another call. Try again later, or write a message.`,
  unreachable: () => t`They cannot be reached just now. Try again later, or write a message.`,
  call_over: () => t`This call is over.`,
  too_large: () => t`That is too large to send.`,
  quota_exceeded: () => t`There is no room left for that in your account.`,
  unsupported_media: () => t`We cannot read that kind of content.`,
  unreadable_image: () => t`We could not read this picture. Its file may be damaged. Choose another one.`,
  rate_limited: () => t`That was too often. Please slow down.`,
  internal: () => t`Something went wrong on our side. Please try again.`,
  not_configured: () => t`This server is not set up for that.`,
  unavailable: () => t`We cannot reach our records just now. Please try again in a moment.`,
  storage_full: () =>
    t`There is no room left to store that. Nothing was saved; what is there can be read. Please tell the clinic, and try again later.`,
};

const OF_REASONS: Words<Exclude<Reason, ErrorCode>> = {
  wrong_times: () => t`Please check the times.`,
  wrong_dates: () => t`Please check the dates.`,
  upload_unreadable: () => t`We could not read that upload. Please try again.`,
  websocket_needed: () => t`Live events need a websocket.`,
  password_changed: () => t`Your password was changed meanwhile. Please sign in.`,
  signed_out_for_guessing: () => t`Too many wrong passwords, so you were signed out. Please sign in again.`,
  account_suspended: () => t`This account is suspended. Please write to the clinic.`,
  doctor_only: () => t`Only the doctor can do this.`,
  no_completed_appointment: () => t`You can review a doctor after a completed visit.`,
  live_connection_over: () => t`This live connection is over.`,
  too_many_with_doctor: ({ count }) =>
    plural(count, {
      one: 'You have # visit coming up with this doctor, as many as can be booked at one time. Cancel it to book another.',
      other:
        'You have # visits coming up with this doctor, as many as can be booked at one time. Cancel one of them to book another.',
    }),
  too_many_in_all: ({ count }) =>
    plural(count, {
      one: 'You have # visit coming up, as many as can be booked at one time. Cancel it to book another.',
      other: 'You have # visits coming up, as many as can be booked at one time. Cancel one of them to book another.',
    }),
  too_close: () => t`This time is too close now. Choose a later one.`,
  too_far_ahead: () => t`This time is further ahead than the doctor takes bookings. Choose an earlier one.`,
  unmoved: () => t`The visit is at this time already. Choose another one.`,
  no_bookings: () => t`This doctor takes no bookings at the moment.`,
  patient_came: () => t`The patient was in the room, so this visit can only be completed.`,
  call_not_accepted: () => t`The call is not accepted yet.`,
  email_taken_in_role: ({ role }) =>
    select(role, {
      doctor: 'There is already a doctor account with this e-mail. Sign in instead.',
      patient: 'There is already a patient account with this e-mail. Sign in instead.',
      other: 'There is already an account with this e-mail. Sign in instead.',
    }),
  sent_to_someone_else: () => t`This message was already sent to someone else. Please write it anew.`,
  not_confirmed: () => t`This appointment is not confirmed yet.`,
  proposal_open: () => t`Another time was proposed for this appointment. It must be answered first.`,
  appointment_completed: () => t`This visit is completed.`,
  appointment_cancelled: () => t`This appointment was cancelled.`,
  appointment_missed: () => t`This visit was marked as missed.`,
  chat_consult: () => t`This is a chat appointment. Open the chat instead.`,
  opens_later: ({ minutes }) =>
    plural(minutes, {
      one: 'The consult opens # minute before its start.',
      other: 'The consult opens # minutes before its start.',
    }),
  consult_over: () => t`The time for this consult is over.`,
  you_in_call: () => t`You are in another call. End it first.`,
  being_called: () => t`They are being called just now. Please try again.`,
  call_elsewhere: () => t`This call is on another device of yours.`,
  no_call_here: () => t`There is no call on this device.`,
  picture_too_large: ({ megabytes }) => t`A picture may have ${megabytes} MB at most. Choose a smaller one.`,
  too_many_pixels: () => t`This picture has too many pixels. Choose a smaller one.`,
  pictures_fill_account: (params) => {
    const [megabytes, left] = [formatNumber(params.megabytes), formatNumber(params.left)];
    return t`Your pictures fill the ${megabytes} MB that an account has; ${left} MB are left. Choose a smaller picture, or ask the clinic for more room.`;
  },
  compressed: () => t`We do not read compressed content. Please send it as it is.`,
  not_a_picture_file: () => t`This is not a JPEG, PNG, WebP or GIF picture.`,
  too_often: ({ seconds }) => {
    const again = againIn(seconds);
    return t`That was too often. ${again}`;
  },
  too_many_guesses: ({ seconds }) => {
    const again = againIn(seconds);
    return t`Too many wrong passwords. ${again}`;
  },
  pictures_of_today: (params) => {
    const [megabytes, again] = [formatNumber(params.megabytes), againIn(params.seconds)];
    return t`You have sent ${megabytes} MB of pictures today, which is the most. ${again}`;
  },
  messages_of_today: ({ count, seconds }) => {
    const again = againIn(seconds);
    return plural(count, {
      one: `You have sent # message today, which is the most. ${again}`,
      other: `You have sent # messages today, which is the most. ${again}`,
    });
  },
  picture_on_its_way: () => t`Another picture of yours is still on its way. Wait for it, then try again.`,
  picture_being_read: () => t`Another picture of yours is still being read. Please try again in a few seconds.`,
  rang_often: () => t`You rang often just now. Wait a minute, or write a message.`,
  too_many_connections: () => t`Too many connections. Please wait.`,
  no_mail: () => t`This server cannot send mail. Ask the clinic to reset your password.`,
  sign_in_crowded: () => t`Very many people sign in just now. Please try again in a few seconds.`,
  pictures_crowded: () => t`Very many pictures arrive just now. Please try again in a moment.`,
  picture_not_read: () => t`We could not read your picture just now. Please try again in a moment.`,
  room_crowded: () => t`The room is very busy just now. Please try again.`,
  conversation_crowded: () => t`This conversation is very busy. Please send it again.`,
  bookings_crowded: () => t`Too many of your bookings came at once. Please try again.`,
};

/** A sentence of its own, said after what happened. */
function againIn(seconds: number): string {
  if (seconds < 100) {
    return plural(seconds, { one: 'Please try again in # second.', other: 'Please try again in # seconds.' });
  }
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 5400) {
    return plural(minutes, { one: 'Please try again in # minute.', other: 'Please try again in # minutes.' });
  }
  const hours = Math.ceil(seconds / 3600);
  return plural(hours, { one: 'Please try again in # hour.', other: 'Please try again in # hours.' });
}

const WORDS: Readonly<Record<string, (params: never) => string>> = { ...OF_CODES, ...OF_REASONS };

/** A refusal as it came: a newer server may have reasons that this page does not know. */
export interface Refused {
  code: string;
  reason: string;
  params?: object | undefined;
  errors: readonly Wrong[];
}

/** Why something was refused, in the reader's language. */
export function refusalWords({ code, reason, params = {}, errors }: Refused): string {
  const words = (WORDS[reason] ?? WORDS[code] ?? OF_CODES.internal)(params as never);
  const [first] = errors;
  // Of times that nobody sees a field of, which is wrong is said at once.
  return reason === 'wrong_times' && first ? `${words} ${problemWords(first)}` : words;
}
