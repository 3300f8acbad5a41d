import type { Account, EmergencyContact, Role } from '@health-connect/contract/accounts';
import {
  type BookingRules,
  DEFAULT_RULES,
  type DateOverride,
  type WeeklySchedule,
} from '@health-connect/contract/availability';
import { Schema, type Types } from 'mongoose';
import { createModel } from './model.js';

/** Every person is one Account, so that a reference to a person is sound whatever their role. */
export interface AccountRecord {
  _id: Types.ObjectId;
  role: Role;
  name: string;
  /** Lower case; unique per role. */
  email: string;
  passwordHash: string;
  /** Raised to end every session of this account. */
  version: number;
  /** Sessions that were signed out one by one, each until it runs out. */
  signedOut?: { key: string; until: Date }[];
  /** Such ones of documents that were written before that was stored. */
  endedSessions?: string[];
  suspendedAt: Date | null;
  avatar: string;
  timeZone: string;
  /** Absent in accounts from before it could be chosen: as the device has it. */
  hourCycle?: Account['hourCycle'];
  lastSeenAt: Date | null;
  createdAt: Date;
}

export interface NextSlot {
  startsAt: Date;
  endsAt: Date;
}

export const NO_SLOT = new Date('9999-12-31T00:00:00Z');

export interface DoctorRecord extends AccountRecord {
  role: 'doctor';
  verification: 'pending' | 'verified' | 'suspended';
  specialization: string;
  experience: number;
  qualification: string;
  about: string;
  contactNumber: string;
  schedule: WeeklySchedule;
  overrides: DateOverride[];
  rules: BookingRules;
  ratingSum: number;
  ratingCount: number;
  /** ratingSum / ratingCount, kept for sorting. */
  rating: number;
  /** The first free times, kept for the list; recomputed when `nextSlotsStaleAt` passes or something is booked. */
  nextSlots: NextSlot[];
  /** `NO_SLOT` while there is none, so that those doctors come last in "soonest". */
  nextSlotAt: Date;
  nextSlotsStaleAt: Date;
  /** Raised by whatever changes the free times, so that a computation that began before it is thrown away. */
  slotsVersion: number;
  /** Words and more under which a search finds them; absent until they are made, and again after a change of name or specialty. */
  searchKeys?: string[];
  /** By what rules and words `searchKeys` were made. */
  searchVersion?: string;
}

export interface PatientRecord extends AccountRecord {
  role: 'patient';
  /** Absent in older accounts, which do. */
  zoneFromDevice?: boolean;
  dateOfBirth: string;
  gender: string;
  allergies: string;
  contactNumber: string;
  bloodGroup: string;
  emergencyContact: EmergencyContact[];
}

const accountSchema = new Schema<AccountRecord>(
  {
    name: { type: String, required: true },
    email: { type: String, required: true },
    passwordHash: { type: String, required: true },
    version: { type: Number, default: 0 },
    signedOut: { type: [{ _id: false, key: String, until: Date }], default: undefined },
    endedSessions: { type: [String], default: undefined },
    suspendedAt: { type: Date, default: null },
    avatar: { type: String, default: '' },
    timeZone: { type: String, default: 'UTC' },
    hourCycle: String,
    lastSeenAt: { type: Date, default: null },
  },
  { timestamps: true, discriminatorKey: 'role' },
);
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

let version = 0;
/** Grows with every write to an account by this process: what it remembers of accounts is then out of date. */
export const accountsVersion = () => version;
accountSchema.post(/^(save|insertMany|bulkWrite|update(One|Many)|findOneAnd|delete)/, () => {
  version += 1;
});

export const AccountModel = createModel('Account', accountSchema);

const slot = { startTime: String, endTime: String };
const doctorSchema = new Schema<DoctorRecord>({
  verification: { type: String, enum: ['pending', 'verified', 'suspended'], default: 'pending' },
  specialization: { type: String, required: true },
  experience: { type: Number, required: true },
  qualification: { type: String, required: true },
  about: { type: String, default: '' },
  contactNumber: { type: String, default: '' },
  schedule: [{ _id: false, day: String, slots: [{ _id: false, slotNumber: Number, ...slot, isAvailable: Boolean }] }],
  overrides: [{ _id: false, date: String, slots: [{ _id: false, ...slot }], note: String }],
  rules: {
    bufferBeforeMinutes: { type: Number, default: DEFAULT_RULES.bufferBeforeMinutes },
    bufferAfterMinutes: { type: Number, default: DEFAULT_RULES.bufferAfterMinutes },
    minimumNoticeMinutes: { type: Number, default: DEFAULT_RULES.minimumNoticeMinutes },
    bookingWindowDays: { type: Number, default: DEFAULT_RULES.bookingWindowDays },
    autoConfirm: { type: Boolean, default: DEFAULT_RULES.autoConfirm },
  },
  ratingSum: { type: Number, default: 0 },
  ratingCount: { type: Number, default: 0 },
  rating: { type: Number, default: 0 },
  nextSlots: [{ _id: false, startsAt: Date, endsAt: Date }],
  nextSlotAt: { type: Date, default: NO_SLOT },
  nextSlotsStaleAt: { type: Date, default: () => new Date(0) },
  slotsVersion: { type: Number, default: 0 },
  searchKeys: { type: [String], default: undefined },
  searchVersion: String,
});
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

const patientSchema = new Schema<PatientRecord>({
  zoneFromDevice: Boolean,
  dateOfBirth: { type: String, default: '' },
  gender: { type: String, default: '' },
  allergies: { type: String, default: '' },
  contactNumber: { type: String, default: '' },
  bloodGroup: { type: String, default: '' },
  emergencyContact: [{ _id: false, name: String, relationship: String, phone: String }],
});

export const DoctorModel = AccountModel.discriminator<DoctorRecord>('Doctor', doctorSchema, 'doctor');
export const PatientModel = AccountModel.discriminator<PatientRecord>('Patient', patientSchema, 'patient');
export const PharmacistModel = AccountModel.discriminator('Pharmacist', new Schema({}), 'pharmacist');
export const AdminModel = AccountModel.discriminator('Admin', new Schema({}), 'admin');
