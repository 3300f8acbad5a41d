import type { Account, DoctorAccount, PatientAccount, Person } from '@health-connect/contract/accounts';
import { PROFILE_PARTS } from '@health-connect/contract/patients';
import type { AccountRecord, DoctorRecord, PatientRecord } from '../../db/accounts.js';

/** Somebody, as people who may converse with them see them. */
const presentPerson = (account: Pick<AccountRecord, '_id' | 'name' | 'avatar' | 'role'>): Person => ({
  _id: account._id.toString(),
  name: account.name,
  avatar: account.avatar,
  role: account.role,
});

/** An account as its owner sees it; never the password, version or token. */
export function presentAccount(account: AccountRecord): Account {
  if (isDoctor(account)) return presentDoctorAccount(account);
  if (isPatient(account)) return presentPatientAccount(account);
  return { ...baseOf(account), role: account.role === 'admin' ? 'admin' : 'pharmacist' };
}

export function presentDoctorAccount(doctor: DoctorRecord): DoctorAccount {
  const { specialization, experience, qualification, about, contactNumber, languages, verification } = doctor;
  const fields = { specialization, experience, qualification, about, contactNumber, languages, verification };
  return { ...baseOf(doctor), role: 'doctor', ...fields };
}

export const presentPatientAccount = (patient: PatientRecord): PatientAccount => ({
  ...baseOf(patient),
  role: 'patient',
  ...medicalFields(patient),
});

const baseOf = (account: AccountRecord) => ({
  ...presentPerson(account),
  email: account.email,
  timeZone: account.timeZone,
  zoneFromDevice: isPatient(account) && account.zoneFromDevice,
  hourCycle: account.hourCycle,
  language: account.language,
});

const PARTS = Object.keys(PROFILE_PARTS) as (keyof typeof PROFILE_PARTS)[];
type Parts = Pick<PatientRecord, keyof typeof PROFILE_PARTS>;

/** The part of a patient's account that only they and those who care for them see. */
export function medicalFields(patient: PatientRecord) {
  const parts = Object.fromEntries(PARTS.map((part) => [part, patient[part]])) as Parts;
  const emergencyContact = patient.emergencyContact.map(({ name, relationship, phone }) => ({
    name,
    relationship,
    phone,
  }));
  return { ...parts, emergencyContact, profileCompleted: PARTS.every((part) => parts[part].length > 0) };
}

const isDoctor = (account: AccountRecord): account is DoctorRecord => account.role === 'doctor';
const isPatient = (account: AccountRecord): account is PatientRecord => account.role === 'patient';
