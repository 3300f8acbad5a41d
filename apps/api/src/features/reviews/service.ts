import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import type { CreateReview } from '@health-connect/contract/reviews';
import { DoctorModel } from '../../db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, type Page, pageOf } from '../../http/cursor.js';
import { duplicateKey, ensure, ensureFound, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { presentOwn, recordReview, requireOwn } from '../appointments/service.js';
import { LISTED } from '../availability/policy.js';
import { ReviewModel, type ReviewRecord } from './model.js';

/** What patients wrote of a doctor, newest first. */
export async function listReviews(
  doctorId: string,
  { limit = DEFAULT_PAGE, cursor }: { limit?: number; cursor?: string },
): Promise<Page<ReviewRecord>> {
  ensureFound(await DoctorModel.exists({ _id: doctorId, ...LISTED }));
  const place = decodeCursor(cursor, ['number', 'id']);
  const at = place && new Date(place[0]);
  const filter = {
    doctorId,
    ...(at && {
      createdAt: { $lte: at },
      $or: [{ createdAt: { $lt: at } }, { createdAt: at, _id: { $lt: place[1] } }],
    }),
  };
  return pageOf(
    limit,
    (most) => ReviewModel.find(filter).sort({ createdAt: -1, _id: -1 }).limit(most).lean<ReviewRecord[]>(),
    ({ createdAt, _id }) => encodeCursor([createdAt.getTime(), _id.toString()]),
  );
}

/** Reviews a doctor: the appointment named, or the latest completed one that has no review yet. */
export async function reviewDoctor(user: SessionUser, doctorId: string, input: CreateReview): Promise<ReviewRecord> {
  const appointment = input.appointmentId
    ? await requireOwn(user, input.appointmentId)
    : await latestToReview(user, doctorId);
  ensureFound(appointment.doctorId.toString() === doctorId.toLowerCase() ? appointment : null);
  return store(user, appointment, input);
}

/** Reviews one appointment, for `PUT /appointments/:id`. */
export async function reviewAppointment(
  user: SessionUser,
  appointmentId: string,
  input: Pick<CreateReview, 'rating' | 'comment'>,
): Promise<Appointment> {
  const appointment = await requireOwn(user, appointmentId);
  await store(user, appointment, input);
  return presentOwn(user, appointmentId);
}

async function latestToReview(user: SessionUser, doctorId: string): Promise<AppointmentRecord> {
  const completed = await AppointmentModel.find({ doctorId, patientId: user.id, status: 'completed' })
    .sort({ startsAt: -1 })
    .lean<AppointmentRecord[]>();
  if (completed.length === 0) {
    // A doctor who is not listed is known only to those whom they saw.
    ensureFound(await DoctorModel.exists({ _id: doctorId, ...LISTED }));
    throw refused('no_completed_appointment');
  }
  const reviewed = await ReviewModel.distinct('appointmentId', {
    appointmentId: { $in: completed.map(({ _id }) => _id) },
  });
  const seen = new Set(reviewed.map(String));
  const open = completed.find(({ _id }) => !seen.has(_id.toString()));
  ensure(open, 'already_reviewed');
  return open;
}

async function store(
  user: SessionUser,
  appointment: AppointmentRecord,
  { rating, comment }: Pick<CreateReview, 'rating' | 'comment'>,
): Promise<ReviewRecord> {
  ensure(appointment.status === 'completed', 'no_completed_appointment');
  const { _id: appointmentId, doctorId, patientId } = appointment;
  const author = user.name.split(' ')[0]!;
  const fields = { appointmentId, doctorId, patientId, author, rating, comment, createdAt: new Date(now()) };
  const review = await ReviewModel.create(fields).catch((error: unknown) => {
    throw duplicateKey(error) ? refused('already_reviewed') : error;
  });
  await Promise.all([refreshRating(doctorId), recordReview(appointmentId, rating, comment)]);
  return review.toObject<ReviewRecord>();
}

/**
 * Recomputes the mean from the stored reviews. They only ever grow in number, so of several that run at once the one
 * that saw the most wins, in whatever order they write; and whatever a crash left out, the next review brings in.
 */
async function refreshRating(doctorId: AppointmentRecord['doctorId']): Promise<void> {
  const [sums] = await ReviewModel.aggregate<{ sum: number; count: number }>([
    { $match: { doctorId } },
    { $group: { _id: null, sum: { $sum: '$rating' }, count: { $sum: 1 } } },
  ]);
  if (!sums) return;
  const rating = Math.round((sums.sum / sums.count) * 10) / 10;
  await DoctorModel.updateOne(
    { _id: doctorId, ratingCount: { $not: { $gte: sums.count } } },
    { $set: { ratingSum: sums.sum, ratingCount: sums.count, rating } },
  );
}
