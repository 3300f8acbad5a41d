import type { Account, Person } from '@health-connect/contract/accounts';
import { PROFILE_PARTS } from '@health-connect/contract/patients';
import type { AccountRecord, DoctorRecord, PatientRecord } from '../../db/accounts.js';

/** Somebody, as people who may converse with them see them. */
export const presentPerson = (account: Pick<AccountRecord, '_id' | 'name' | 'avatar' | 'role'>): Person => ({
  _id: account._id.toString(),
  name: account.name,
  avatar: account.avatar,
  role: account.role,
});

/** An account as its owner sees it; never the password, version or token. */
export function presentAccount(account: AccountRecord): Account {
  const base = {
    ...presentPerson(account),
    email: account.email,
    timeZone: account.timeZone,
    zoneFromDevice: isPatient(account) && account.zoneFromDevice,
    hourCycle: account.hourCycle,
  };
  if (isDoctor(account)) {
    const { specialization, experience, qualification, about, contactNumber, verification } = account;
    return { ...base, role: 'doctor', specialization, experience, qualification, about, contactNumber, verification };
  }
  if (isPatient(account)) return { ...base, role: 'patient', ...medicalFields(account) };
  return { ...base, role: account.role === 'admin' ? 'admin' : 'pharmacist' };
}

/** The part of a patient's account that only they and those who care for them see. */
export function medicalFields(patient: PatientRecord) {
  const { dateOfBirth, gender, allergies, contactNumber, bloodGroup } = patient;
  const emergencyContact = patient.emergencyContact.map(({ name, relationship, phone }) => ({
    name,
    relationship,
    phone,
  }));
  const fields = { dateOfBirth, gender, allergies, contactNumber, bloodGroup, emergencyContact };
  const parts = Object.keys(PROFILE_PARTS) as (keyof typeof PROFILE_PARTS)[];
  return { ...fields, profileCompleted: parts.every((part) => fields[part].length > 0) };
}

const isDoctor = (account: AccountRecord): account is DoctorRecord => account.role === 'doctor';
const isPatient = (account: AccountRecord): account is PatientRecord => account.role === 'patient';
