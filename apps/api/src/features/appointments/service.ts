import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { recordAudit } from '../../db/audit.js';
import { ensureFound } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { repeat } from '../../lib/repeat.js';
import { refreshStaleSlots } from '../availability/service.js';
import { publishChange } from './announce.js';
import { type AppointmentWithPeople, withPeople } from './participants.js';
import { canView, joinWindow, sideOf } from './policy.js';
import { presentAppointment } from './present.js';
import { expireIfDue, sweepOverdue } from './expire-overdue.js';

export { careRelationshipIds, hasCareRelationship } from './care.js';
export { type AppointmentWithPeople, withPeople } from './participants.js';

const SWEEP_MS = 30_000;

type Reader = Pick<SessionUser, 'id' | 'role'>;

/**
 * The appointment, as time has left it, if the user is one of its two.
 * @throws AppError `not_found` for everyone else, and where there is none.
 */
export async function requireOwn(user: SessionUser, id: string): Promise<AppointmentRecord> {
  const appointment = await AppointmentModel.findById(id).lean<AppointmentRecord>();
  ensureFound(appointment && sideOf(user, appointment) ? appointment : null);
  return expireIfDue(appointment!);
}

/** One appointment for its two parties and, with a row in the audit, for an admin. */
export async function viewAppointment(
  user: SessionUser,
  id: string,
  requestId: string,
): Promise<AppointmentWithPeople> {
  const appointment = await AppointmentModel.findById(id).lean<AppointmentRecord>();
  ensureFound(appointment && canView(user, appointment) ? appointment : null);
  if (user.role === 'admin') {
    await recordAudit({
      actorId: user.id,
      actorRole: user.role,
      action: 'appointment.view',
      subjectId: appointment!._id,
      patientId: appointment!.patientId,
      requestId,
    });
  }
  return (await withPeople([await expireIfDue(appointment!)]))[0]!;
}

/** The appointment of a consult with its two people, for one of them; `not_found` for all others. */
export async function appointmentForConsult(user: SessionUser, id: string): Promise<AppointmentWithPeople> {
  return (await withPeople([await requireOwn(user, id)]))[0]!;
}

/** The scheduled appointments of a doctor or patient that start in a stretch of time: those that may be live now. */
export const scheduledBetween = ({ id, role }: Reader, from: Date, until: Date): Promise<AppointmentRecord[]> =>
  AppointmentModel.find({
    [role === 'doctor' ? 'doctorId' : 'patientId']: id,
    status: 'scheduled',
    startsAt: { $gte: from, $lte: until },
  }).lean<AppointmentRecord[]>();

/** Of these appointments, the ids of those that can be joined no more. */
export async function whichAreOver(ids: AppointmentRecord['_id'][]): Promise<string[]> {
  const found = await AppointmentModel.find({ _id: { $in: ids } }, { startsAt: 1, endsAt: 1 }).lean();
  return found
    .filter((appointment) => joinWindow(appointment).until.getTime() < now())
    .map(({ _id }) => _id.toString());
}

/**
 * The patient came: from now on the appointment can only be completed. The first time counts. Decided in one write
 * against whoever cancels or moves the appointment in that moment: false where they were first.
 */
export async function recordPatientJoined(id: string): Promise<boolean> {
  const joined = await AppointmentModel.findOneAndUpdate(
    { _id: id, status: 'scheduled', patientJoinedAt: null },
    { $set: { patientJoinedAt: new Date(now()) } },
    { returnDocument: 'after' },
  ).lean<AppointmentRecord>();
  if (!joined) return (await AppointmentModel.exists({ _id: id, status: 'scheduled' })) !== null;
  publishChange((await withPeople([joined]))[0]!);
  return true;
}

/** The review of an appointment, as a copy for its two; the truth is in the reviews. */
export async function recordReview(id: AppointmentRecord['_id'], rating: number, review: string): Promise<void> {
  const appointment = await AppointmentModel.findByIdAndUpdate(
    id,
    { $set: { rating, review } },
    { returnDocument: 'after' },
  ).lean<AppointmentRecord>();
  ensureFound(appointment);
  publishChange((await withPeople([appointment]))[0]!);
}

/** One of the user's own, as it is now. */
export const presentOwn = async (user: SessionUser, id: string): Promise<Appointment> =>
  presentAppointment(user, await appointmentForConsult(user, id));

export const presentAppointments = async (
  reader: SessionUser,
  appointments: AppointmentRecord[],
): Promise<Appointment[]> => (await withPeople(appointments)).map((each) => presentAppointment(reader, each));

/** Does what time asks for, in every server process: each change is a compare-and-set. Gives what stops it. */
export const startSweep = (): (() => void) =>
  repeat(SWEEP_MS, async () => {
    await sweepOverdue();
    await refreshStaleSlots();
  });
