import type { Weekday } from './weekdays.js';

/** What may be wrong with one field, where there is nothing to tell besides. */
export const PLAIN_PROBLEMS = [
  'invalid',
  'unknown_field',
  'empty',
  'not_text',
  'not_one_value',
  'not_plain_words',
  'not_an_id',
  'not_an_email',
  'not_a_phone',
  'not_an_instant',
  'not_a_date',
  'not_a_birth_date',
  'not_a_time',
  'not_a_clock_time',
  'not_an_end_time',
  'not_a_time_zone',
  'not_a_listed_time_zone',
  'not_a_flag',
  'not_a_language',
  'not_a_language_tag',
  'not_each_once',
  'not_an_object',
  'not_ids',
  'not_a_place',
  'in_future',
  'wrong',
  'email_in_use',
  'needed_of_doctors',
  'doctors_only',
  'no_picture',
  'not_a_picture',
  'not_your_photo',
  'not_your_picture',
  'nothing_written',
  'nothing_to_change',
  'no_signal',
  'time_named_twice',
  'no_time_named',
  'no_time_of_day',
  'no_time_proposed',
  'not_bookable',
  'not_with_new_time',
  'not_with_review',
  'one_thing_at_a_time',
  'no_stars',
  'before_first_day',
  'day_repeated',
  'date_repeated',
] as const;

/** What the words for the other problems need: of the field, or of the closed words and times that it let through. */
export interface ProblemParams {
  too_short: { min: number };
  too_long: { max: number };
  too_many_bytes: { max: number };
  notes_too_long: { max: number };
  not_a_whole_number: { min: number; max: number };
  not_a_number: { min: number; max: number };
  not_listed: { values: string[] };
  not_some_listed: { values: string[] };
  not_a_list: { max: number };
  not_a_list_of_ids: { max: number };
  lacks_fields: { fields: string[] };
  too_many_days: { max: number };
  ends_too_late: { start: string; hours: number };
  overlaps: { start: string; end: string };
  overlaps_on_day: { day: Weekday; start: string; end: string };
  overlaps_on_date: { date: string; start: string; end: string };
}

export type PlainProblem = (typeof PLAIN_PROBLEMS)[number];
export type Problem = PlainProblem | keyof ProblemParams;

/** What is wrong, wherever it is. */
export type Wrong =
  | { problem: PlainProblem; params?: undefined }
  | { [P in keyof ProblemParams]: { problem: P; params: ProblemParams[P] } }[keyof ProblemParams];

/** With its place: the dotted path of the field, such as `schedule[0].slots[1].endTime`. */
export type FieldProblem = Wrong & { path: string };

/** As it travels; the message is English, for whoever reads the raw answer. */
export type SentProblem = FieldProblem & { message: string };
