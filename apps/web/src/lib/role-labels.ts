import type { Role } from '@health-connect/contract/roles';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { specialtyName } from './specialties/specialty-name.js';

const WORDS: Record<Role | 'guest', MessageDescriptor> = {
  patient: msg`Patient`,
  doctor: msg`Doctor`,
  pharmacist: msg`Pharmacist`,
  admin: msg`Clinic`,
  guest: msg`Guest`,
};

/** Beside the name of a person wherever somebody else reads it: whatever a patient is called, they look like no doctor. */
export function roleLabel({ role, specialization }: { role: Role | 'guest'; specialization?: string }): string {
  const word = i18n._(WORDS[role]);
  if (!specialization) return word;
  const specialty = specialtyName(specialization);
  return t`${word}, ${specialty}`;
}

/** Who is on the other side: doctors meet patients, patients meet doctors. */
export const otherRole = (mine: Role) => (mine === 'doctor' ? 'patient' : 'doctor');
