import type { Role } from '@health-connect/contract/roles';

const WORDS: Record<Role | 'guest', string> = {
  patient: 'Patient',
  doctor: 'Doctor',
  pharmacist: 'Pharmacist',
  admin: 'Clinic',
  guest: 'Guest',
};

/** Beside the name of a person wherever somebody else reads it: whatever a patient is called, they look like no doctor. */
export const roleLabel = ({ role, specialization }: { role: Role | 'guest'; specialization?: string }): string =>
  specialization ? `${WORDS[role]}, ${specialization}` : WORDS[role];

/** Who is on the other side: doctors meet patients, patients meet doctors. */
export const otherRole = (mine: Role) => (mine === 'doctor' ? 'patient' : 'doctor');
