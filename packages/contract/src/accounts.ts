import {
  clearablePhone,
  clearableText,
  email,
  type Infer,
  integer,
  languageTag,
  line,
  oneOf,
  optional,
  personName,
  rawText,
  timeZone,
} from './fields.js';
import type { SpokenLanguage } from './languages.js';
import { type Role, ROLES } from './roles.js';

/** 13:00 or 1:00 PM; empty: as the language of the device has it. */
export const HOUR_CYCLES = ['', '12', '24'] as const;

/** The person behind a request or a socket. */
export interface SessionUser {
  id: string;
  role: Role;
  name: string;
  /** The IETF tag that they chose; '' for what the browser says. */
  language: string;
}

/** 8 characters at least; at most 72 bytes, which is all that bcrypt reads (the server counts the bytes). */
export const password = () => rawText({ min: 8, max: 72 });

export const register = {
  name: personName(),
  email: email(),
  password: password(),
  role: oneOf(['doctor', 'patient']),
  timeZone: optional(timeZone()),
  /** In which the page was shown: mails come in it. */
  language: optional(languageTag()),
  specialization: optional(line({ min: 2, max: 80 })),
  experience: optional(integer({ min: 0, max: 70 })),
  qualification: optional(line({ min: 2, max: 200 })),
  about: optional(clearableText(2000)),
  contactNumber: optional(clearablePhone()),
};
export type Register = Infer<typeof register>;

/** Registering as a doctor also needs these; `register` leaves them optional for patients. */
export const REQUIRED_OF_DOCTORS = ['specialization', 'experience', 'qualification', 'timeZone'] as const;

/** Of these a patient has none: `register` refuses them. */
export const ONLY_OF_DOCTORS = ['specialization', 'experience', 'qualification', 'about'] as const;

/** Empty: as the browser says. */
export const saveLanguage = { language: languageTag() };
export type SaveLanguage = Infer<typeof saveLanguage>;

export const login = {
  email: email(),
  password: rawText({ min: 1, max: 200 }),
  role: oneOf(ROLES),
};
export type Login = Infer<typeof login>;

export const changePassword = { currentPassword: rawText({ min: 1, max: 200 }), newPassword: password() };
export type ChangePassword = Infer<typeof changePassword>;

export const forgotPassword = { email: email(), role: oneOf(ROLES) };
export type ForgotPassword = Infer<typeof forgotPassword>;

export const resetPassword = { token: rawText({ min: 20, max: 100 }), password: password() };
export type ResetPassword = Infer<typeof resetPassword>;

interface AccountBase {
  _id: string;
  name: string;
  email: string;
  role: Role;
  /** URL of the photo, or empty. */
  avatar: string;
  /** A doctor's hours are kept in it; a patient's is where they are. */
  timeZone: string;
  /** Follow the zone of the device at hand; a doctor's never does, for it would move their hours. */
  zoneFromDevice: boolean;
  /** How hours are written; empty: as the device's language has it. */
  hourCycle: (typeof HOUR_CYCLES)[number];
  /** An IETF tag: of the page and of mails; empty: as the browser says, and English in mails. */
  language: string;
}

export interface DoctorAccount extends AccountBase {
  role: 'doctor';
  specialization: string;
  experience: number;
  qualification: string;
  about: string;
  contactNumber: string;
  /** That the doctor speaks with patients. */
  languages: SpokenLanguage[];
  /** Only verified doctors are listed and bookable. */
  verification: 'pending' | 'verified' | 'suspended';
}

export interface EmergencyContact {
  name: string;
  relationship: string;
  phone: string;
}

export interface PatientAccount extends AccountBase {
  role: 'patient';
  dateOfBirth: string;
  gender: string;
  allergies: string;
  contactNumber: string;
  bloodGroup: string;
  emergencyContact: EmergencyContact[];
  profileCompleted: boolean;
}

export interface StaffAccount extends AccountBase {
  role: 'pharmacist' | 'admin';
}

/** An account as its owner sees it; never a password, version or token. */
export type Account = DoctorAccount | PatientAccount | StaffAccount;

/** Somebody, as people who may converse with them see them. */
export interface Person {
  _id: string;
  name: string;
  avatar: string;
  role: Role;
}
