import type { SessionUser } from '@health-connect/contract/accounts';
import { CARE_STATUSES } from '@health-connect/contract/status';
import { AppointmentModel } from '../../db/appointments.js';

const INCLUDES_CARE = { status: { $in: [...CARE_STATUSES] } };

/** Whether these two, in either order, are doctor and patient with a care relationship (product.md, Words). */
export const hasCareRelationship = async (oneId: string, otherId: string): Promise<boolean> =>
  (await isCaredFor(oneId, otherId)) || (await isCaredFor(otherId, oneId));

// Each order is a lookup in one index; asked together in an $or they might be a scan.
const isCaredFor = async (doctorId: string, patientId: string) =>
  (await AppointmentModel.exists({ doctorId, patientId, ...INCLUDES_CARE })) !== null;

/** The ids of everyone with whom somebody has a care relationship. */
export async function careRelationshipIds({ id, role }: Pick<SessionUser, 'id' | 'role'>): Promise<string[]> {
  if (role !== 'doctor' && role !== 'patient') return [];
  const [own, theirs] = role === 'doctor' ? ['doctorId', 'patientId'] : ['patientId', 'doctorId'];
  const ids = await AppointmentModel.distinct(theirs!, { [own!]: id, ...INCLUDES_CARE });
  return ids.map(String);
}
