import type { PlainProblem, ProblemParams, Wrong } from '@health-connect/contract/problems';
import { plural, t } from '@lingui/core/macro';
import { formatClockTime, formatDate } from '../time.js';
import { weekdayName } from '../week.js';

const PLAIN: Record<PlainProblem, () => string> = {
  invalid: () => t`Is not valid.`,
  unknown_field: () => t`Is not a known field.`,
  empty: () => t`Must not be empty.`,
  not_text: () => t`Must be text.`,
  not_one_value: () => t`Must be one value.`,
  not_plain_words: () => t`Must be plain words on one line, without invisible characters.`,
  not_an_id: () => t`Must be an id.`,
  not_an_email: () => t`Must be an e-mail address, like name@example.org.`,
  not_a_phone: () => t`Must be a phone number, like +64 21 555 0100.`,
  not_an_instant: () => t`Must be a time with its offset, like 2026-11-24T16:00:00Z.`,
  not_a_date: () => t`Must be a date, like 2026-11-24.`,
  not_a_birth_date: () => t`Must be a date, like 1990-04-30.`,
  not_a_time: () => t`Must be a time, like 09:30.`,
  not_a_clock_time: () => t`Must be a time of day, like 09:30.`,
  not_an_end_time: () => t`Must be a time of day, like 09:30, or 24:00.`,
  not_a_time_zone: () => t`Must be a time zone, like Pacific/Auckland.`,
  not_a_listed_time_zone: () => t`Is not a listed time zone.`,
  not_a_language: () => t`Is not a language of this page.`,
  not_a_language_tag: () => t`Must be a language, like es or pt-BR.`,
  not_each_once: () => t`Must be a list of texts, each once.`,
  not_a_flag: () => t`Must be true or false.`,
  not_an_object: () => t`Must be an object.`,
  not_ids: () => t`Must be a list of ids.`,
  not_a_place: () => t`Is not a place in this list. Start again from its first page.`,
  in_future: () => t`Must not be in the future.`,
  wrong: () => t`Is not right.`,
  email_in_use: () => t`Is already in use. Sign in instead.`,
  needed_of_doctors: () => t`Is needed for a doctor.`,
  doctors_only: () => t`Is for doctors only.`,
  no_picture: () => t`Choose a picture.`,
  not_a_picture: () => t`Must be a picture.`,
  not_your_photo: () => t`Choose a photo that you uploaded.`,
  not_your_picture: () => t`Choose a picture that you uploaded.`,
  nothing_written: () => t`Write something, or choose a picture.`,
  nothing_to_change: () => t`Say what to change.`,
  no_signal: () => t`Needs a description or a candidate.`,
  time_named_twice: () => t`Name the time once: by startsAt, or by date and startTime.`,
  no_time_named: () => t`Name a time: startsAt, or date and startTime.`,
  no_time_of_day: () => t`Name the time of day with the date.`,
  no_time_proposed: () => t`Say which time you propose.`,
  not_bookable: () => t`Is not a time that can be booked.`,
  not_with_new_time: () => t`Cannot go with a new time.`,
  not_with_review: () => t`Cannot go with a review.`,
  one_thing_at_a_time: () => t`Ask for one thing at a time.`,
  no_stars: () => t`Give one to five stars with your words.`,
  before_first_day: () => t`Must not be before the first day.`,
  day_repeated: () => t`This day is listed twice. Put all its times in one list.`,
  date_repeated: () => t`This date is listed twice. Put all its times in one list.`,
};

const TELLING: { [P in keyof ProblemParams]: (params: ProblemParams[P]) => string } = {
  too_short: ({ min }) =>
    plural(min, { one: 'Must be at least # character.', other: 'Must be at least # characters.' }),
  too_long: ({ max }) => plural(max, { one: 'Must be at most # character.', other: 'Must be at most # characters.' }),
  too_many_bytes: ({ max }) =>
    plural(max, { one: 'Is too long: at most # byte.', other: 'Is too long: at most # bytes.' }),
  notes_too_long: ({ max }) =>
    plural(max, {
      one: 'Together the notes may have # character.',
      other: 'Together the notes may have # characters.',
    }),
  not_a_whole_number: ({ min, max }) => t`Must be a whole number from ${min} to ${max}.`,
  not_a_number: ({ min, max }) => t`Must be a number from ${min} to ${max}.`,
  not_listed: ({ values }) => {
    const choices = values.join(', ');
    return t`Must be one of: ${choices}.`;
  },
  not_some_listed: ({ values }) => {
    const choices = values.join(', ');
    return t`Must be any of: ${choices}.`;
  },
  not_a_list: ({ max }) => t`Must be a list of at most ${max}.`,
  not_a_list_of_ids: ({ max }) =>
    plural(max, { one: 'Must be a list of at most # id.', other: 'Must be a list of at most # ids.' }),
  lacks_fields: ({ fields }) => {
    const names = fields.join(', ');
    return t`Needs ${names}.`;
  },
  too_many_days: ({ max }) =>
    plural(max, { one: 'Ask for at most # day at a time.', other: 'Ask for at most # days at a time.' }),
  ends_too_late: ({ start: from, hours }) => {
    const start = formatClockTime(from);
    return plural(hours, {
      one: `Must be after the start, ${start}, or at most # hour later on the next day.`,
      other: `Must be after the start, ${start}, or at most # hours later on the next day.`,
    });
  },
  overlaps: (params) => {
    const { start, end } = written(params);
    return t`Overlaps with ${start} to ${end}. Change one of the two.`;
  },
  overlaps_on_day: ({ day: weekday, ...params }) => overlapOn(weekdayName(weekday), params),
  overlaps_on_date: ({ date, ...params }) => overlapOn(formatDate(date), params),
};

function overlapOn(day: string, params: ProblemParams['overlaps']): string {
  const { start, end } = written(params);
  return t`Overlaps with ${day}, ${start} to ${end}. Change one of the two.`;
}

const written = ({ start, end }: ProblemParams['overlaps']) => ({
  start: formatClockTime(start),
  end: formatClockTime(end),
});

/** What is wrong with a field, in the reader's language; a newer server may know problems that this page does not. */
export function problemWords({ problem, params }: Wrong): string {
  if (params === undefined) return (PLAIN[problem] ?? PLAIN.invalid)();
  const tell = TELLING[problem] as ((params: object) => string) | undefined;
  return tell ? tell(params) : PLAIN.invalid();
}
