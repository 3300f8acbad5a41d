import { answers, pages, route } from './route.js';
import {
  clearableDate,
  clearableLine,
  clearablePhone,
  clearableText,
  flag,
  id,
  type Infer,
  line,
  listOf,
  oneOf,
  optional,
  paging,
  personName,
  phone,
  timeZone,
} from './fields.js';
import { HOUR_CYCLES, type PatientAccount, type Person } from './accounts.js';

export const BLOOD_GROUPS = ['', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;

export const updatePatientProfile = {
  name: optional(personName()),
  dateOfBirth: optional(clearableDate()),
  /** Open list: people say it in their own word. */
  gender: optional(clearableLine(40)),
  allergies: optional(clearableText(1000)),
  contactNumber: optional(clearablePhone()),
  bloodGroup: optional(oneOf(BLOOD_GROUPS)),
  emergencyContact: optional(
    listOf({ name: line({ max: 100 }), relationship: line({ max: 60 }), phone: phone() }, { max: 5 }),
  ),
  avatar: optional(clearableText(300)),
  /** Naming one without `zoneFromDevice` means: this one, wherever I am. */
  timeZone: optional(timeZone()),
  zoneFromDevice: optional(flag()),
  hourCycle: optional(oneOf(HOUR_CYCLES)),
};
export type UpdatePatientProfile = Infer<typeof updatePatientProfile>;

export const patientParams = { id: id() };
export const listPatients = { q: optional(clearableText(100)), ...paging };

/** The medical profile, as the patient, an admin or a doctor in a care relationship sees it. */
export type PatientProfile = Omit<PatientAccount, 'email' | 'zoneFromDevice' | 'hourCycle'> & { age: number | null };

/** What must be filled before `profileCompleted`, with its label. */
export const PROFILE_PARTS = {
  dateOfBirth: 'Date of birth',
  gender: 'Gender',
  bloodGroup: 'Blood group',
  allergies: 'Allergies',
  contactNumber: 'Phone number',
  emergencyContact: 'Emergency contact',
} as const;

/** A row of `GET /patients`: who it is, and nothing medical; their profile is opened, and audited, one by one. */
export interface ListedPatient extends Person {
  email: string;
}

export const searchPatients = route({
  method: 'get',
  path: '/patients',
  allow: ['admin'],
  query: listPatients,
  answer: pages<ListedPatient>(),
  summary: 'Every patient, by name; nothing medical.',
});

export const savePatientProfile = route({
  method: 'put',
  path: '/patients/profile',
  allow: ['patient'],
  body: updatePatientProfile,
  answer: answers<PatientAccount>(),
  summary: 'Changes what the patient tells of themselves; what is left out stays.',
});

export const readPatient = route({
  method: 'get',
  path: '/patients/:id',
  allow: ['patient', 'doctor', 'admin'],
  params: patientParams,
  answer: answers<PatientProfile>(),
  summary: 'A medical profile; each view by another is recorded.',
});
