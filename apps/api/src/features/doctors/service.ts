import type { SessionUser } from '@health-connect/contract/accounts';
import type { UpdateDoctorProfile } from '@health-connect/contract/doctor-fields';
import type { SpecializationCount } from '@health-connect/contract/doctors';
import { DoctorModel, type DoctorRecord } from '../../db/accounts.js';
import type { AppointmentRecord } from '../../db/appointments.js';
import { ensureFound } from '../../http/errors.js';
import { isListed, LISTED } from '../availability/policy.js';
import { requireSoundHours, saveSchedule, withCurrentSlots } from '../availability/service.js';
import { changeAvatar } from '../uploads/service.js';
import { briefly } from './brief-memory.js';
import { PUBLIC_FIELDS } from './present.js';
import { labelOf } from './search/catalog.js';

export { fillSearchKeys, SEARCH_VERSION } from './search/keys.js';

/** The specializations of listed doctors, most doctors first; texts that mean the same specialty are counted as one. */
export const countSpecializations = (): Promise<SpecializationCount[]> =>
  briefly('specializations', async () => {
    const texts = await DoctorModel.aggregate<SpecializationCount>([
      { $match: LISTED },
      { $group: { _id: '$specialization', count: { $sum: 1 } } },
      { $project: { _id: 0, name: '$_id', count: 1 } },
    ]);
    const counts = new Map<string, number>();
    for (const { name, count } of texts) counts.set(labelOf(name), (counts.get(labelOf(name)) ?? 0) + count);
    return [...counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  });

/** A doctor's public page; one who is not listed sees their own. */
export async function publicProfile(user: SessionUser | undefined, id: string): Promise<DoctorRecord> {
  const fields = { ...PUBLIC_FIELDS, schedule: 1, rules: 1, verification: 1, suspendedAt: 1 };
  const doctor = await DoctorModel.findById(id, fields).lean<DoctorRecord>();
  ensureFound(doctor && (isListed(doctor) || user?.id === id) ? doctor : null);
  const [current] = await withCurrentSlots([doctor!]);
  return current!;
}

/**
 * Changes what a doctor says of themselves. Hours and zone go the way of the schedule, with its rules; `affected` are
 * the active appointments that then lie outside the hours.
 */
export async function updateProfile(
  user: SessionUser,
  { schedule, timeZone, avatar, ...fields }: UpdateDoctorProfile,
): Promise<{ account: DoctorRecord; affected: AppointmentRecord[] }> {
  // Before the photo: of a refused change nothing is done, and the photo that it would replace is not gone.
  await requireSoundHours(user, { timeZone, schedule });
  if (avatar !== undefined) await changeAvatar(user, avatar);
  const { affected } = schedule || timeZone ? await saveSchedule(user, { schedule, timeZone }) : { affected: [] };
  const account = await DoctorModel.findByIdAndUpdate(
    user.id,
    { $set: fields },
    { returnDocument: 'after' },
  ).lean<DoctorRecord>();
  ensureFound(account);
  return { account, affected };
}
