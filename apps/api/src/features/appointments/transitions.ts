import type { Actor, AppointmentCommand, AppointmentStatus } from '@health-connect/contract/status';
import { type UpdateQuery, Types } from 'mongoose';
import { answerByOf } from '@health-connect/scheduling/answer-by';
import { AppointmentModel, type AppointmentRecord, type HistoryRecord } from '../../db/appointments.js';
import { asStored } from '../../db/lean-defaults.js';
import { newEvent, toTell } from '../../db/outbox.js';
import { env } from '../../env.js';
import { now } from '../../lib/clock.js';

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
  ...newEvent(),
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
      $set: {
        ...changes,
        ...whenAnswered(step, changes.startsAt ?? appointment.startsAt),
        ...toTell(appointment),
        status: step.to,
      },
      $push: { history: historyRow(step, appointment.status) },
    },
    // A patient who came while this was decided can be seen; completing is right either way.
    step.command === 'complete' ? {} : { patientJoinedAt: appointment.patientJoinedAt },
  );

/** The same for changes that are no step: notes, reason, mode. Words are written on the revision they came from. */
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
