import { patientCells } from '@health-connect/scheduling/cells';
import { transition } from '@health-connect/scheduling/status';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { now } from '../../lib/clock.js';
import { isStorageFull } from '../../lib/storage-full.js';
import { announce } from './announce.js';
import { factsOf } from './policy.js';
import { applyStep } from './transitions.js';

/** A sweep takes so many at once; what is left is taken by the next one, or when it is read. */
const BATCH = 200;

/** What an open proposal leaves behind when it is not taken: the appointment at its old time. */
export const withoutProposal = ({ startsAt, endsAt, proposed }: AppointmentRecord): Partial<AppointmentRecord> =>
  proposed
    ? {
        proposed: null,
        doctorCells: proposed.previousDoctorCells,
        patientCells: patientCells({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }),
      }
    : {};

/**
 * Lets time do its work on one appointment: a request that was not answered in time is released, a proposal without
 * an answer lapses. Every process may try; each change is a compare-and-set, so it happens once.
 */
export const expireIfDue = (appointment: AppointmentRecord): Promise<AppointmentRecord> =>
  takeStep(appointment).catch((error: unknown) => {
    // Who only reads is shown what is stored; it expires once there is room again.
    if (isStorageFull(error)) return appointment;
    throw error;
  });

async function takeStep(appointment: AppointmentRecord): Promise<AppointmentRecord> {
  const result = transition(appointment.status, 'expire', 'system', factsOf(appointment, now()));
  if (!result.ok) return appointment;
  const step = { command: 'expire', by: 'system', actorId: null, to: result.status } as const;
  const expired = await applyStep(appointment, step, withoutProposal(appointment));
  if (!expired) return (await AppointmentModel.findById(appointment._id).lean<AppointmentRecord>()) ?? appointment;
  await announce(expired, appointment);
  // A lapsed proposal may leave a pending appointment whose start has passed too.
  return expireIfDue(expired);
}

export const expireAllDue = (appointments: AppointmentRecord[]): Promise<AppointmentRecord[]> =>
  Promise.all(appointments.map(expireIfDue));

/** Expires what nobody happened to read. */
export async function sweepOverdue(): Promise<void> {
  const at = new Date(now());
  const overdue = await Promise.all([
    AppointmentModel.find({ status: 'pending', answerBy: { $lte: at } })
      .limit(BATCH)
      .lean<AppointmentRecord[]>(),
    // Those from before requests had a time to be answered.
    AppointmentModel.find({ status: 'pending', answerBy: null, startsAt: { $lte: at } })
      .limit(BATCH)
      .lean<AppointmentRecord[]>(),
    AppointmentModel.find({ status: 'rescheduled', 'proposed.answerBy': { $lte: at } })
      .limit(BATCH)
      .lean<AppointmentRecord[]>(),
  ]);
  await expireAllDue(overdue.flat());
}
