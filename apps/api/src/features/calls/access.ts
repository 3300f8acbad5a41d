import type { SessionUser } from '@health-connect/contract/accounts';
import { notFound, refused } from '../../http/errors.js';
import { hasCareRelationship, requireOwn } from '../appointments/service.js';

/** One answer for "offline" and "not yours to call", so that nobody learns who is here. */
export const unreachable = () => refused('unreachable');

/** Only people with a care relationship can call each other; an appointment that is named must be theirs. */
export async function requireMayCall(user: SessionUser, otherId: string, appointmentId?: string): Promise<void> {
  if (!(await hasCareRelationship(user.id, otherId))) throw unreachable();
  if (!appointmentId) return;
  const { doctorId, patientId } = await requireOwn(user, appointmentId);
  if (![doctorId, patientId].some((id) => id.toString() === otherId)) throw notFound();
}
