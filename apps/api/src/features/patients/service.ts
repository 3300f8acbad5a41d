import type { SessionUser } from '@health-connect/contract/accounts';
import type { UpdatePatientProfile } from '@health-connect/contract/patients';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { isTimeZone } from '@health-connect/scheduling/time-zone';
import { PatientModel, type PatientRecord } from '../../db/accounts.js';
import { recordAudit } from '../../db/audit.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, type Page, pageOf } from '../../http/cursor.js';
import { ensureFound, invalid } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { escapeRegex } from '../../lib/escape-regex.js';
import { logger } from '../../lib/logger.js';
import { isStorageFull } from '../../lib/storage-full.js';
import { hasCareRelationship } from '../appointments/service.js';
import { changeAvatar } from '../uploads/service.js';
import { canOpenProfile } from './policy.js';

/**
 * A medical profile, for those who may open it; each view by another than the patient leaves a row in the audit.
 * @throws AppError `not_found` for everyone else.
 */
export async function openProfile(user: SessionUser, id: string, requestId: string): Promise<PatientRecord> {
  const hasCare = user.role === 'doctor' && (await hasCareRelationship(user.id, id));
  ensureFound(canOpenProfile(user, id.toLowerCase(), hasCare) ? id : null);
  const patient = await PatientModel.findById(id).lean<PatientRecord>();
  ensureFound(patient);
  if (user.id !== patient._id.toString()) {
    const view = { actorId: user.id, actorRole: user.role, action: 'patient.view', requestId };
    await recordAudit({ ...view, subjectId: patient._id, patientId: patient._id }).catch((error: unknown) => {
      // A doctor must see an allergy also when the disk is full; the trace is left where there is room.
      if (!isStorageFull(error)) throw error;
      logger.error({ audit: { ...view, subjectId: id } }, 'the disk is full: an audit row is kept here only');
    });
  }
  return patient;
}

export async function updateProfile(
  user: SessionUser,
  { avatar, ...input }: UpdatePatientProfile,
): Promise<PatientRecord> {
  const { dateOfBirth, timeZone } = input;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalid('timeZone', 'not_a_listed_time_zone');
  if (dateOfBirth) requireBirthday(dateOfBirth);
  if (avatar !== undefined) await changeAvatar(user, avatar);
  const patient = await PatientModel.findByIdAndUpdate(
    user.id,
    { $set: { ...(timeZone && { zoneFromDevice: false }), ...input } },
    { returnDocument: 'after' },
  ).lean<PatientRecord>();
  ensureFound(patient);
  return patient;
}

function requireBirthday(date: string) {
  const instant = Date.parse(`${date}T00:00:00Z`);
  // The calendar rolls 30 February over to March instead of refusing it.
  const exists = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
  if (!exists || date < '1890-01-01') throw invalid('dateOfBirth', 'not_a_birth_date');
  // Somewhere on earth it may be tomorrow already.
  if (date > localDateOf(now(), 'Pacific/Kiritimati')) throw invalid('dateOfBirth', 'in_future');
}

interface PatientQuery {
  q?: string;
  limit?: number;
  cursor?: string;
}

/** For admins: by name, found by name or e-mail. */
export async function listPatients({ q, limit = DEFAULT_PAGE, cursor }: PatientQuery): Promise<Page<PatientRecord>> {
  const place = decodeCursor(cursor, ['string', 'id']);
  const anywhere = q && { $regex: escapeRegex(q), $options: 'i' };
  const conditions = [
    ...(anywhere ? [{ $or: [{ name: anywhere }, { email: anywhere }] }] : []),
    ...(place ? [{ $or: [{ name: { $gt: place[0] } }, { name: place[0], _id: { $gt: place[1] } }] }] : []),
  ];
  const fields = { name: 1, avatar: 1, email: 1 };
  return pageOf(
    limit,
    (most) =>
      PatientModel.find(conditions.length > 0 ? { $and: conditions } : {}, fields)
        .sort({ name: 1, _id: 1 })
        .limit(most)
        .lean<PatientRecord[]>(),
    ({ name, _id }) => encodeCursor([name, _id.toString()]),
  );
}
