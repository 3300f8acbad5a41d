import type { ErrorCode } from '@health-connect/contract/errors';
import type { PlainProblem, Problem, ProblemParams, Wrong } from '@health-connect/contract/problems';
import type { Reason, ReasonParams } from '@health-connect/contract/refusals';

// The `message` of a refusal, for whoever reads the raw answer; the page has its own words for reasons and problems.

type Words<Names extends string, Params> = {
  [N in Names]: N extends keyof Params ? (params: Params[N]) => string : string;
};

const OF_CODES: Record<ErrorCode, string> = {
  validation_failed: 'Please check the highlighted fields.',
  malformed_request: 'We could not read that request.',
  wrong_password: 'The current password is not right.',
  token_expired: 'This link was used or is too old. Ask for a new one.',
  unauthenticated: 'Please sign in.',
  invalid_credentials: 'The e-mail, password or role is not right. Check all three.',
  forbidden: 'Your account cannot do this.',
  bad_origin: 'This request did not come from our own page, so it was refused.',
  not_found: 'We could not find that.',
  slot_taken: 'This time has just been taken. Choose one of the nearest free ones.',
  patient_busy: 'There is another visit of the same patient at this time. Choose another one.',
  too_many_bookings: 'You have as many visits coming up as can be booked at one time.',
  slot_not_offered: 'The doctor does not offer this time. Choose one from the list.',
  invalid_transition: 'This appointment has changed, so that is not possible. Look at it again.',
  stale_revision: 'Notes or summary were changed meanwhile. Look at both texts, then save again.',
  email_taken: 'There is already an account with this e-mail. Sign in instead.',
  key_reused: 'This Idempotency-Key was used for another booking. Use a new one.',
  already_reviewed: 'You have reviewed this visit already.',
  not_open: 'This appointment has just changed. Look at it again.',
  room_full: 'The room is full. Somebody must leave first.',
  busy: 'They are in another call. Try again later, or write a message.',
  unreachable: 'They cannot be reached just now. Try again later, or write a message.',
  call_over: 'This call is over.',
  too_large: 'That is too large to send.',
  quota_exceeded: 'There is no room left for that in your account.',
  unsupported_media: 'We cannot read that kind of content.',
  unreadable_image: 'We could not read this picture. Its file may be damaged. Choose another one.',
  rate_limited: 'That was too often. Please slow down.',
  internal: 'Something went wrong on our side. Please try again.',
  not_configured: 'This server is not set up for that.',
  unavailable: 'We cannot reach our records just now. Please try again in a moment.',
  storage_full:
    'There is no room left to store that. Nothing was saved; what is there can be read. Please tell the clinic, and try again later.',
};

const OF_REASONS: Words<Exclude<Reason, ErrorCode>, ReasonParams> = {
  wrong_times: 'Please check the times.',
  wrong_dates: 'Please check the dates.',
  upload_unreadable: 'We could not read that upload. Please try again.',
  websocket_needed: 'Live events need a websocket.',
  password_changed: 'Your password was changed meanwhile. Please sign in.',
  signed_out_for_guessing: 'Too many wrong passwords, so you were signed out. Please sign in again.',
  account_suspended: 'This account is suspended. Please write to the clinic.',
  doctor_only: 'Only the doctor can do this.',
  no_completed_appointment: 'You can review a doctor after a completed visit.',
  live_connection_over: 'This live connection is over.',
  too_many_with_doctor: ({ count }) =>
    `You have ${count} visits coming up with this doctor, as many as can be booked at one time. Cancel one of them to book another.`,
  too_many_in_all: ({ count }) =>
    `You have ${count} visits coming up, as many as can be booked at one time. Cancel one of them to book another.`,
  too_close: 'This time is too close now. Choose a later one.',
  too_far_ahead: 'This time is further ahead than the doctor takes bookings. Choose an earlier one.',
  unmoved: 'The visit is at this time already. Choose another one.',
  no_bookings: 'This doctor takes no bookings at the moment.',
  patient_came: 'The patient was in the room, so this visit can only be completed.',
  call_not_accepted: 'The call is not accepted yet.',
  email_taken_in_role: ({ role }) => `There is already a ${role} account with this e-mail. Sign in instead.`,
  sent_to_someone_else: 'This message was already sent to someone else. Please write it anew.',
  not_confirmed: 'This appointment is not confirmed yet.',
  proposal_open: 'Another time was proposed for this appointment. It must be answered first.',
  appointment_completed: 'This visit is completed.',
  appointment_cancelled: 'This appointment was cancelled.',
  appointment_missed: 'This visit was marked as missed.',
  chat_consult: 'This is a chat appointment. Open the chat instead.',
  opens_later: ({ minutes }) => `The consult opens ${minutes} minutes before its start.`,
  consult_over: 'The time for this consult is over.',
  you_in_call: 'You are in another call. End it first.',
  being_called: 'They are being called just now. Please try again.',
  call_elsewhere: 'This call is on another device of yours.',
  no_call_here: 'There is no call on this device.',
  picture_too_large: ({ megabytes }) => `A picture may have ${megabytes} MB at most. Choose a smaller one.`,
  too_many_pixels: 'This picture has too many pixels. Choose a smaller one.',
  pictures_fill_account: ({ megabytes, left }) =>
    `Your pictures fill the ${megabytes} MB that an account has; ${left} MB are left. Choose a smaller picture, or ask the clinic for more room.`,
  compressed: 'We do not read compressed content. Please send it as it is.',
  not_a_picture_file: 'This is not a JPEG, PNG, WebP or GIF picture.',
  too_often: ({ seconds }) => `That was too often. ${againIn(seconds)}`,
  too_many_guesses: ({ seconds }) => `Too many wrong passwords. ${againIn(seconds)}`,
  pictures_of_today: ({ megabytes, seconds }) =>
    `You have sent ${megabytes} MB of pictures today, which is the most. ${againIn(seconds)}`,
  messages_of_today: ({ count, seconds }) =>
    `You have sent ${count} messages today, which is the most. ${againIn(seconds)}`,
  picture_on_its_way: 'Another picture of yours is still on its way. Wait for it, then try again.',
  picture_being_read: 'Another picture of yours is still being read. Please try again in a few seconds.',
  rang_often: 'You rang often just now. Wait a minute, or write a message.',
  too_many_connections: 'Too many connections. Please wait.',
  no_mail: 'This server cannot send mail. Ask the clinic to reset your password.',
  sign_in_crowded: 'Very many people sign in just now. Please try again in a few seconds.',
  pictures_crowded: 'Very many pictures arrive just now. Please try again in a moment.',
  picture_not_read: 'We could not read your picture just now. Please try again in a moment.',
  room_crowded: 'The room is very busy just now. Please try again.',
  conversation_crowded: 'This conversation is very busy. Please send it again.',
  bookings_crowded: 'Too many of your bookings came at once. Please try again.',
};

const OF_PLAIN_PROBLEMS: Record<PlainProblem, string> = {
  invalid: 'Is not valid.',
  unknown_field: 'Is not a known field.',
  empty: 'Must not be empty.',
  not_text: 'Must be text.',
  not_one_value: 'Must be one value.',
  not_plain_words: 'Must be plain words on one line, without invisible characters.',
  not_an_id: 'Must be an id.',
  not_an_email: 'Must be an e-mail address, like name@example.org.',
  not_a_phone: 'Must be a phone number, like +64 21 555 0100.',
  not_an_instant: 'Must be a time with its offset, like 2026-11-24T16:00:00Z.',
  not_a_date: 'Must be a date, like 2026-11-24.',
  not_a_birth_date: 'Must be a date, like 1990-04-30.',
  not_a_time: 'Must be a time, like 09:30.',
  not_a_clock_time: 'Must be a time of day, like 09:30.',
  not_an_end_time: 'Must be a time of day, like 09:30, or 24:00.',
  not_a_time_zone: 'Must be a time zone, like Pacific/Auckland.',
  not_a_listed_time_zone: 'Is not a listed time zone.',
  not_a_flag: 'Must be true or false.',
  not_a_language: 'Is not a language of this page.',
  not_a_language_tag: 'Must be a language, like es or pt-BR.',
  not_each_once: 'Must be a list of texts, each once.',
  not_an_object: 'Must be an object.',
  not_ids: 'Must be a list of ids.',
  not_a_place: 'Is not a place in this list. Start again from its first page.',
  in_future: 'Must not be in the future.',
  wrong: 'Is not right.',
  email_in_use: 'Is already in use. Sign in instead.',
  needed_of_doctors: 'Is needed for a doctor.',
  doctors_only: 'Is for doctors only.',
  no_picture: 'Choose a picture.',
  not_a_picture: 'Must be a picture.',
  not_your_photo: 'Choose a photo that you uploaded.',
  not_your_picture: 'Choose a picture that you uploaded.',
  nothing_written: 'Write something, or choose a picture.',
  nothing_to_change: 'Say what to change.',
  no_signal: 'Needs a description or a candidate.',
  time_named_twice: 'Name the time once: by startsAt, or by date and startTime.',
  no_time_named: 'Name a time: startsAt, or date and startTime.',
  no_time_of_day: 'Name the time of day with the date.',
  no_time_proposed: 'Say which time you propose.',
  not_bookable: 'Is not a time that can be booked.',
  not_with_new_time: 'Cannot go with a new time.',
  not_with_review: 'Cannot go with a review.',
  one_thing_at_a_time: 'Ask for one thing at a time.',
  no_stars: 'Give one to five stars with your words.',
  before_first_day: 'Must not be before the first day.',
  day_repeated: 'This day is listed twice. Put all its times in one list.',
  date_repeated: 'This date is listed twice. Put all its times in one list.',
};

const OF_PROBLEMS: { [P in keyof ProblemParams]: (params: ProblemParams[P]) => string } = {
  too_short: ({ min }) => `Must be at least ${min} characters.`,
  too_long: ({ max }) => `Must be at most ${max} characters.`,
  too_many_bytes: ({ max }) => `Is too long: at most ${max} bytes.`,
  notes_too_long: ({ max }) => `Together the notes may have ${max} characters.`,
  not_a_whole_number: ({ min, max }) => `Must be a whole number from ${min} to ${max}.`,
  not_a_number: ({ min, max }) => `Must be a number from ${min} to ${max}.`,
  not_listed: ({ values }) => `Must be one of: ${values.join(', ')}.`,
  not_some_listed: ({ values }) => `Must be any of: ${values.join(', ')}.`,
  not_a_list: ({ max }) => `Must be a list of at most ${max}.`,
  not_a_list_of_ids: ({ max }) => `Must be a list of at most ${max} ids.`,
  lacks_fields: ({ fields }) => `Needs ${fields.join(', ')}.`,
  too_many_days: ({ max }) => `Ask for at most ${max} days at a time.`,
  ends_too_late: ({ start, hours }) =>
    `Must be after the start, ${start}, or at most ${hours} hours later on the next day.`,
  overlaps: ({ start, end }) => `Overlaps with ${start} to ${end}. Change one of the two.`,
  overlaps_on_day: ({ day, start, end }) =>
    `Overlaps with ${day[0]!.toUpperCase()}${day.slice(1)}, ${start} to ${end}. Change one of the two.`,
  overlaps_on_date: ({ date, start, end }) => `Overlaps with ${date}, ${start} to ${end}. Change one of the two.`,
};

type Teller = (params: object) => string;
const REASON_WORDS: Record<Reason, string | ((params: never) => string)> = { ...OF_CODES, ...OF_REASONS };

/** The `message` of a refusal. */
export function messageOfReason(reason: Reason, params: object = {}): string {
  const words = REASON_WORDS[reason];
  return typeof words === 'function' ? (words as Teller)(params) : words;
}

/** The `message` of what is wrong with a field. */
export function messageOfProblem({ problem, params }: Wrong): string {
  if (params === undefined) return OF_PLAIN_PROBLEMS[problem];
  return (OF_PROBLEMS[problem] as Teller)(params);
}

function againIn(seconds: number): string {
  const [amount, unit] =
    seconds < 100
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return `Please try again in ${amount} ${unit}${amount === 1 ? '' : 's'}.`;
}

/** Every reason and problem there is, for the reference. */
export const REASONS = Object.keys(REASON_WORDS) as Reason[];
export const PROBLEMS = [...Object.keys(OF_PLAIN_PROBLEMS), ...Object.keys(OF_PROBLEMS)] as Problem[];
