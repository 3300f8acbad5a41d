import type { ListedPatient, PatientProfile } from '@health-connect/contract/patients';
import { localDateOf } from '@health-connect/scheduling/local-time';
import type { PatientRecord } from '../../db/accounts.js';
import { now } from '../../lib/clock.js';
import { medicalFields } from '../auth/service.js';

/** The medical profile as the patient and those who care for them see it. */
export const presentPatient = (patient: PatientRecord): PatientProfile => ({
  _id: patient._id.toString(),
  name: patient.name,
  role: 'patient',
  avatar: patient.avatar,
  timeZone: patient.timeZone,
  language: patient.language,
  ...medicalFields(patient),
  age: ageOn(localDateOf(now(), patient.timeZone), patient.dateOfBirth),
});

export const presentListed = ({ _id, name, avatar, email }: PatientRecord): ListedPatient => ({
  _id: _id.toString(),
  name,
  avatar,
  role: 'patient',
  email,
});

/** Whole years between two `YYYY-MM-DD`; null while the date of birth is not known. */
export function ageOn(today: string, dateOfBirth: string): number | null {
  if (!dateOfBirth) return null;
  const years = Number(today.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  const hadBirthday = today.slice(5) >= dateOfBirth.slice(5);
  return hadBirthday ? years : years - 1;
}
