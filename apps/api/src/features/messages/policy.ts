import type { SessionUser } from '@health-connect/contract/accounts';
import type { Role } from '@health-connect/contract/roles';

/** What decides about a person as someone to write to. */
export interface Correspondent {
  role: Role;
  suspendedAt: Date | null;
  /** Doctors only. */
  verification?: string;
}

/** What ties a doctor and a patient to each other. */
export interface Ties {
  patientWrote: boolean;
  hasCare: boolean;
}

/** A patient may write to any verified doctor; a doctor to patients who wrote or have a care relationship. */
export function canWrite(user: Pick<SessionUser, 'role'>, other: Correspondent, ties: Ties): boolean {
  if (other.suspendedAt) return false;
  if (user.role === 'patient') return other.role === 'doctor' && other.verification === 'verified';
  return user.role === 'doctor' && other.role === 'patient' && (ties.patientWrote || ties.hasCare);
}
