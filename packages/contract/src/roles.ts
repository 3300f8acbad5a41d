export const ROLES = ['patient', 'doctor', 'pharmacist', 'admin'] as const;
export type Role = (typeof ROLES)[number];
