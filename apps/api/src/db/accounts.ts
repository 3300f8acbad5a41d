import { HOUR_CYCLES } from '@health-connect/contract/accounts';
import { SPOKEN_LANGUAGES } from '@health-connect/contract/languages';
import { type Role, ROLES } from '@health-connect/contract/roles';
import { DEFAULT_RULES, WEEKDAYS } from '@health-connect/contract/availability';
import {
  date,
  flag,
  group,
  list,
  listOf,
  nullable,
  number,
  oneOf,
  optional,
  type RecordOf,
  schemaOf,
  stamps,
  text,
} from './fields.js';
import { createModel } from './model.js';

const accountFields = {
  role: oneOf(ROLES),
  name: text(),
  /** Lower case; unique per role. */
  email: text(),
  passwordHash: text(),
  /** Raised to end every session of this account. */
  version: number({ default: 0 }),
  /** Sessions that were signed out one by one, each until it runs out. */
  signedOut: optional(listOf({ key: text(), until: date() })),
  suspendedAt: nullable(date()),
  avatar: text({ default: '' }),
  timeZone: text({ default: 'UTC' }),
  hourCycle: oneOf(HOUR_CYCLES, { default: '' }),
  /** An IETF tag; empty: as the browser says. */
  language: text({ default: '' }),
  lastSeenAt: nullable(date()),
  ...stamps,
};

/** Every person is one Account, so that a reference to a person is sound whatever their role. */
export type AccountRecord = RecordOf<typeof accountFields>;
type AccountOf<R extends Role> = AccountRecord & { role: R };

export const NO_SLOT = new Date('9999-12-31T00:00:00Z');

const clockSpan = { startTime: text(), endTime: text() };
const doctorFields = {
  verification: oneOf(['pending', 'verified', 'suspended'], { default: 'pending' }),
  specialization: text(),
  experience: number(),
  qualification: text(),
  about: text({ default: '' }),
  contactNumber: text({ default: '' }),
  languages: list(oneOf(SPOKEN_LANGUAGES)),
  schedule: listOf({
    day: oneOf(WEEKDAYS),
    slots: listOf({ slotNumber: number(), ...clockSpan, isAvailable: flag() }),
  }),
  overrides: listOf({ date: text(), slots: listOf(clockSpan), note: optional(text()) }),
  rules: group({
    bufferBeforeMinutes: number({ default: DEFAULT_RULES.bufferBeforeMinutes }),
    bufferAfterMinutes: number({ default: DEFAULT_RULES.bufferAfterMinutes }),
    minimumNoticeMinutes: number({ default: DEFAULT_RULES.minimumNoticeMinutes }),
    bookingWindowDays: number({ default: DEFAULT_RULES.bookingWindowDays }),
    autoConfirm: flag({ default: DEFAULT_RULES.autoConfirm }),
  }),
  ratingSum: number({ default: 0 }),
  ratingCount: number({ default: 0 }),
  /** ratingSum / ratingCount, kept for sorting. */
  rating: number({ default: 0 }),
  /** The first free times, kept for the list; recomputed when `nextSlotsStaleAt` passes or something is booked. */
  nextSlots: listOf({ startsAt: date(), endsAt: date() }),
  /** `NO_SLOT` while there is none, so that those doctors come last in "soonest". */
  nextSlotAt: date({ default: NO_SLOT }),
  nextSlotsStaleAt: date({ default: () => new Date(0) }),
  /** Raised by whatever changes the free times, so that a computation that began before it is thrown away. */
  slotsVersion: number({ default: 0 }),
  /** Words and more under which a search finds them; absent until they are made, and again after a change of name or specialty. */
  searchKeys: optional(list(text())),
  /** By what rules and words `searchKeys` were made. */
  searchVersion: optional(text()),
};
export type DoctorRecord = AccountOf<'doctor'> & RecordOf<typeof doctorFields>;

const patientFields = {
  zoneFromDevice: flag({ default: true }),
  dateOfBirth: text({ default: '' }),
  gender: text({ default: '' }),
  allergies: text({ default: '' }),
  contactNumber: text({ default: '' }),
  bloodGroup: text({ default: '' }),
  emergencyContact: listOf({ name: text(), relationship: text(), phone: text() }),
};
export type PatientRecord = AccountOf<'patient'> & RecordOf<typeof patientFields>;

const accountSchema = schemaOf(accountFields, { discriminatorKey: 'role' });
accountSchema.index({ email: 1, role: 1 }, { unique: true });
accountSchema.index({ role: 1, name: 1 });
accountSchema.index({ role: 1, verification: 1, name: 1, _id: 1 });
accountSchema.index({ role: 1, verification: 1, rating: -1, _id: 1 });
accountSchema.index({ role: 1, verification: 1, experience: -1, _id: 1 });
accountSchema.index({ role: 1, verification: 1, nextSlotAt: 1, _id: 1 });
accountSchema.index({ role: 1, verification: 1, specialization: 1 });
accountSchema.index({ role: 1, verification: 1, nextSlotsStaleAt: 1 });
/** For searches, which name it: what it costs them then does not hang on how rare a word is. */
export const SEARCH_INDEX = { role: 1, verification: 1, searchKeys: 1 } as const;
accountSchema.index(SEARCH_INDEX);
/** The same for who speaks a language. */
export const LANGUAGE_INDEX = { role: 1, verification: 1, languages: 1 } as const;
accountSchema.index(LANGUAGE_INDEX);

let version = 0;
/** Grows with every write by this process that may change a list of doctors: what it remembers of one is then out of date. */
export const doctorsVersion = () => version;
const raise = () => {
  version += 1;
};
/** These are on no list and decide about none. A field that is not named here may. */
const UNLISTED = new Set([
  'lastSeenAt',
  'passwordHash',
  'version',
  'signedOut',
  'email',
  'hourCycle',
  'language',
  'contactNumber',
  'updatedAt',
]);

accountSchema.post('save', ({ role }) => {
  if (role === 'doctor') raise();
});
accountSchema.post(['updateOne', 'updateMany', 'findOneAndUpdate'], function () {
  const { role } = this.getFilter();
  const isOfOthers = this.model.modelName === 'Patient' || (typeof role === 'string' && role !== 'doctor');
  if (!isOfOthers && changedBy(this.getUpdate()).some((field) => !UNLISTED.has(field))) raise();
});
accountSchema.post('insertMany', raise);
accountSchema.post('bulkWrite', raise);
accountSchema.post(['deleteOne', 'deleteMany', 'findOneAndDelete', 'findOneAndReplace'], raise);

/** The fields that an update writes to; of one in stages only that it is no single one. */
function changedBy(update: unknown): string[] {
  if (Array.isArray(update)) return ['*'];
  return Object.entries(update ?? {})
    .flatMap(([key, value]) =>
      key === '$setOnInsert' ? [] : key.startsWith('$') ? Object.keys(value as object) : [key],
    )
    .map((path) => path.split('.')[0]!);
}

export const AccountModel = createModel('Account', accountSchema);

const doctorSchema = schemaOf(doctorFields);
// Whoever changes what a doctor is found by takes the keys away with the same write, so that none is ever out of date.
doctorSchema.pre(['findOneAndUpdate', 'updateOne', 'updateMany'], function () {
  const update = this.getUpdate();
  if (!update || Array.isArray(update)) return;
  const changed = { ...update, ...update.$set };
  if ('name' in changed || 'specialization' in changed)
    this.setUpdate({ ...update, $unset: { ...update.$unset, searchKeys: 1 } });
});
doctorSchema.pre('save', function () {
  if (this.isModified('name') || this.isModified('specialization')) this.searchKeys = undefined;
});

export const DoctorModel = AccountModel.discriminator<DoctorRecord>('Doctor', doctorSchema, 'doctor');
export const PatientModel = AccountModel.discriminator<PatientRecord>('Patient', schemaOf(patientFields), 'patient');
export const PharmacistModel = AccountModel.discriminator('Pharmacist', schemaOf({}), 'pharmacist');
export const AdminModel = AccountModel.discriminator('Admin', schemaOf({}), 'admin');
