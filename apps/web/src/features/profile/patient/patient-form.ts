import type { EmergencyContact, PatientAccount } from '@health-connect/contract/accounts';
import { type BLOOD_GROUPS, PROFILE_PARTS, type UpdatePatientProfile } from '@health-connect/contract/patients';
import { deviceZone } from '../../../lib/own-clock.js';

export type BloodGroup = (typeof BLOOD_GROUPS)[number];
export type ProfilePart = keyof typeof PROFILE_PARTS;

export interface PatientForm {
  name: string;
  dateOfBirth: string;
  gender: string;
  bloodGroup: BloodGroup;
  allergies: string;
  contactNumber: string;
  /** Empty: this device's. */
  timeZone: string;
  emergencyContact: EmergencyContact[];
}

export const patientForm = (account: PatientAccount): PatientForm => ({
  name: account.name,
  dateOfBirth: account.dateOfBirth,
  gender: account.gender,
  bloodGroup: account.bloodGroup as BloodGroup,
  allergies: account.allergies,
  contactNumber: account.contactNumber,
  timeZone: account.zoneFromDevice ? '' : account.timeZone,
  emergencyContact: account.emergencyContact.map(({ name, relationship, phone }) => ({ name, relationship, phone })),
});

export const toPatientProfile = ({ timeZone, ...form }: PatientForm): UpdatePatientProfile => ({
  ...form,
  timeZone: timeZone || deviceZone(),
  zoneFromDevice: timeZone === '',
});

/** What a complete profile still lacks. */
export const missingParts = (account: PatientAccount): ProfilePart[] =>
  (Object.keys(PROFILE_PARTS) as ProfilePart[]).filter((part) => account[part].length === 0);
