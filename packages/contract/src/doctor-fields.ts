import { HOUR_CYCLES } from './accounts.js';
import { weeklySchedule } from './availability.js';
import { DOCTOR_SORTS } from './doctor-sorts.js';
import {
  clearablePhone,
  clearableText,
  decimal,
  id,
  type Infer,
  integer,
  line,
  listFrom,
  localDate,
  oneOf,
  optional,
  paging,
  personName,
  timeZone,
} from './fields.js';
import { MOST_LANGUAGES, SPOKEN_LANGUAGES } from './languages.js';

// Apart from the routes, which the first page of a visitor needs without them: what is typed is checked on few pages.

export const listDoctors = {
  q: optional(clearableText(100)),
  specialization: optional(line({ max: 80 })),
  minRating: optional(decimal({ min: 0, max: 5 })),
  availableOn: optional(localDate()),
  /** Who speaks it, among others. */
  language: optional(oneOf(SPOKEN_LANGUAGES)),
  sort: optional(oneOf(DOCTOR_SORTS)),
  ...paging,
};
export type ListDoctors = Infer<typeof listDoctors>;

export const doctorParams = { id: id() };

export const updateDoctorProfile = {
  name: optional(personName()),
  specialization: optional(line({ min: 2, max: 80 })),
  experience: optional(integer({ min: 0, max: 70 })),
  qualification: optional(line({ min: 2, max: 200 })),
  about: optional(clearableText(2000)),
  contactNumber: optional(clearablePhone()),
  /** The whole list; empty: nothing is said about it. */
  languages: optional(listFrom(SPOKEN_LANGUAGES, { max: MOST_LANGUAGES })),
  /** An upload's id or URL, as `POST /uploads` gave it; empty removes the photo. */
  avatar: optional(clearableText(300)),
  timeZone: optional(timeZone()),
  hourCycle: optional(oneOf(HOUR_CYCLES)),
  schedule: optional(weeklySchedule()),
};
export type UpdateDoctorProfile = Infer<typeof updateDoctorProfile>;
