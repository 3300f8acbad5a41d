import type { DoctorRecord } from '../../db/accounts.js';

/** Whether a doctor is listed, and may be booked at all. */
export const isListed = (doctor: Pick<DoctorRecord, 'verification' | 'suspendedAt'>): boolean =>
  doctor.verification === 'verified' && doctor.suspendedAt === null;

/** The same as a filter. */
export const LISTED = { verification: 'verified', suspendedAt: null } as const;
