import type { SessionUser } from '@health-connect/contract/accounts';

/** Who may open a medical profile: the patient, an admin, and a doctor in a care relationship. */
export const canOpenProfile = (user: Pick<SessionUser, 'id' | 'role'>, patientId: string, hasCare: boolean): boolean =>
  user.id === patientId || user.role === 'admin' || (user.role === 'doctor' && hasCare);
