import type { SessionUser } from '@health-connect/contract/accounts';
import { notFound } from '../../http/errors.js';

/** The two sides of a conversation, and its id. */
export interface Pair {
  id: string;
  doctorId: string;
  patientId: string;
}

export type Side = 'doctor' | 'patient';

/** A conversation has a doctor and a patient; between anyone else there is none. Whether the other exists is open. */
export function pairOf(user: SessionUser, otherId: string): Pair {
  const other = otherId.toLowerCase();
  const side = sideOf(user);
  const doctorId = side === 'doctor' ? user.id : other;
  const patientId = side === 'doctor' ? other : user.id;
  return pairOfIds(doctorId, patientId);
}

export const pairOfIds = (doctorId: string, patientId: string): Pair => ({
  id: pairId(doctorId, patientId),
  doctorId,
  patientId,
});

export const pairId = (doctorId: string, patientId: string) => `${doctorId}-${patientId}`;

export function sideOf(user: SessionUser): Side {
  if (user.role !== 'doctor' && user.role !== 'patient') throw notFound();
  return user.role;
}

export const otherSide = (side: Side): Side => (side === 'doctor' ? 'patient' : 'doctor');
