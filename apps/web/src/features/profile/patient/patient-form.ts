import type { PatientAccount } from '@health-connect/contract/accounts';
import { type BLOOD_GROUPS, PROFILE_PARTS, type UpdatePatientProfile } from '@health-connect/contract/patients';
import { deviceZone } from '../../../lib/own-clock.js';

export type BloodGroup = (typeof BLOOD_GROUPS)[number];
export type ProfilePart = keyof typeof PROFILE_PARTS;

const PARTS = Object.keys(PROFILE_PARTS) as ProfilePart[];

export interface PatientForm extends Omit<Pick<PatientAccount, ProfilePart>, 'bloodGroup'> {
  name: string;
  bloodGroup: BloodGroup;
  /** Empty: this device's. */
  timeZone: string;
}

export const patientForm = (account: PatientAccount): PatientForm => ({
  ...(Object.fromEntries(PARTS.map((part) => [part, account[part]])) as Pick<PatientAccount, ProfilePart>),
  name: account.name,
  bloodGroup: account.bloodGroup as BloodGroup,
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
  PARTS.filter((part) => account[part].length === 0);
