import { appointmentChanged } from '@health-connect/contract/appointments';
import type { Actor, AppointmentCommand, AppointmentStatus } from '@health-connect/contract/status';
import { type UpdateQuery, Types } from 'mongoose';
import { answerByOf } from '@health-connect/scheduling/answer-by';
import { AppointmentModel, type AppointmentRecord, type HistoryRecord } from '../../db/appointments.js';
import { recordAudit } from '../../db/audit.js';
import { asStored } from '../../db/lean-defaults.js';
import { env } from '../../env.js';
import { now } from '../../lib/clock.js';
import { emitEvent } from '../../lib/events.js';
import { publishToUser } from '../../realtime/publish.js';
import { markSlotsChanged } from '../availability/service.js';
import { type AppointmentWithPeople, withPeople } from './participants.js';
import { presentAppointment } from './present.js';

/** One step of an appointment's life, as it enters its history. */
export interface Step {
  command: AppointmentCommand | 'book';
  by: Actor;
  /** Null where the system acts. */
  actorId: string | null;
  to: AppointmentStatus;
  reason?: string;
}

export const historyRow = (step: Step, from: AppointmentStatus | null): HistoryRecord => ({
  at: new Date(now()),
  by: step.by,
  actorId: step.actorId ? new Types.ObjectId(step.actorId) : null,
  command: step.command,
  from,
  to: step.to,
  reason: step.reason ?? '',
});

/** A step that leaves a request starts the time in which the doctor must answer it. */
export const whenAnswered = ({ to }: Step, startsAt: Date): Partial<AppointmentRecord> =>
  to === 'pending' ? { answerBy: new Date(answerByOf(now(), startsAt.getTime(), env.bookings)) } : {};

/**
 * One atomic write that happens only if the appointment still is what it was when it was judged: same status, same
 * time, same proposal, and the patient came no sooner or later. Null for the loser of a race.
 * @throws MongoDB's duplicate key error where the new time is held by another appointment.
 */
export const applyStep = (
  appointment: AppointmentRecord,
  step: Step,
  changes: Partial<AppointmentRecord> = {},
): Promise<AppointmentRecord | null> =>
  updateUnchanged(
    appointment,
    {
      $set: { ...changes, ...whenAnswered(step, changes.startsAt ?? appointment.startsAt), status: step.to },
      $push: { history: historyRow(step, appointment.status) },
    },
    // A patient who came while this was decided can be seen; completing is right either way.
    step.command === 'complete' ? {} : { patientJoinedAt: appointment.patientJoinedAt },
  );

/**
 * The same for changes that are no step: notes, reason, mode. Words are written on the revision they were judged by.
 */
export const updateUnchanged = (
  { _id, status, startsAt, proposed, revision }: AppointmentRecord,
  update: UpdateQuery<AppointmentRecord>,
  alsoUnchanged: Partial<AppointmentRecord> = {},
): Promise<AppointmentRecord | null> =>
  AppointmentModel.findOneAndUpdate(
    {
      ...alsoUnchanged,
      _id,
      status,
      startsAt,
      'proposed.startsAt': proposed?.startsAt ?? null,
      ...(update.$set?.revision !== undefined && { revision: asStored(revision, 0) }),
    },
    update,
    { returnDocument: 'after' },
  ).lean<AppointmentRecord | null>();

/** These change nothing of the time that is held. */
const KEEPS_TIME: readonly Step['command'][] = ['confirm', 'complete', 'mark_no_show'];

/** After a step was stored: audit, free times, both people's screens, and whoever listens. */
export async function announce(
  appointment: AppointmentRecord,
  step: Step,
  {
    known,
    changesSlots = !KEEPS_TIME.includes(step.command),
  }: { known?: AppointmentWithPeople; changesSlots?: boolean } = {},
): Promise<AppointmentWithPeople> {
  const [found] = await Promise.all([
    known ?? withPeople([appointment]).then(([found]) => found!),
    changesSlots ? markSlotsChanged(appointment.doctorId) : null,
    recordAudit({
      actorId: step.actorId,
      actorRole: step.by,
      action: `appointment.${step.command}`,
      subjectId: appointment._id,
      patientId: appointment.patientId,
    }),
  ]);
  publishChange(found);
  emitEvent('appointment.changed', { appointment, command: step.command, by: step.by });
  return found;
}

/** Each of the two hears of it as they may see it. */
export function publishChange(changed: AppointmentWithPeople): void {
  for (const reader of [
    { id: changed.doctor._id, role: 'doctor' },
    { id: changed.patient._id, role: 'patient' },
  ] as const) {
    publishToUser(reader.id, appointmentChanged, presentAppointment(reader, changed));
  }
}
