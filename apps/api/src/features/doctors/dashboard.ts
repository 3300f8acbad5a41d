import type { SessionUser } from '@health-connect/contract/accounts';
import type { Dashboard } from '@health-connect/contract/doctors';
import { WEEKDAYS } from '@health-connect/contract/availability';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { addDays, weekdayOf } from '@health-connect/scheduling/wall-clock';
import { Types } from 'mongoose';
import { DoctorModel, type DoctorRecord } from '../../db/accounts.js';
import { AppointmentModel } from '../../db/appointments.js';
import { ensureFound } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { dayStart } from '../../lib/day-start.js';

const RATE_DAYS = 90;

/** A local date and the instants between which it lies. */
interface Day {
  date: string;
  from: Date;
  to: Date;
}

/**
 * What a figure counts: appointments that start between these, and where asked one that began before and still runs.
 */
interface Span {
  from: Date;
  to: Date;
  runningAt?: Date;
}

type Sums = Record<string, number>;

/** A doctor's figures, counted in the database in one pass over the last 90 days and this week. */
export async function dashboardOf(user: SessionUser): Promise<Dashboard> {
  const doctor = await DoctorModel.findById(user.id, { timeZone: 1, rating: 1, ratingCount: 1 }).lean<DoctorRecord>();
  ensureFound(doctor);
  const today = localDateOf(now(), doctor.timeZone);
  const monday = addDays(today, -WEEKDAYS.indexOf(weekdayOf(today)));
  const dayOf = (date: string, days = 1): Day => ({
    date,
    from: dayStart(date, doctor.timeZone),
    to: dayStart(addDays(date, days), doctor.timeZone),
  });
  const week = WEEKDAYS.map((_, index) => dayOf(addDays(monday, index)));
  const [sums, pendingCount] = await Promise.all([
    countAppointments(user.id, {
      today: { ...dayOf(today), runningAt: new Date(now()) },
      week: dayOf(monday, 7),
      lastWeek: dayOf(addDays(monday, -7), 7),
      rates: { ...dayOf(addDays(today, -RATE_DAYS), RATE_DAYS), to: new Date(now()) },
      ...Object.fromEntries(week.map((day) => [day.date, day])),
    }),
    AppointmentModel.countDocuments({ doctorId: user.id, status: 'pending', startsAt: { $gt: new Date(now()) } }),
  ]);
  const ended = sums['rates completed']! + sums['rates no_show']! + sums['rates cancelled']!;
  return {
    todayCount: sums['today booked']!,
    todayCompleted: sums['today completed']!,
    pendingCount,
    weekCount: sums['week booked']!,
    weekCompleted: sums['week completed']!,
    lastWeekCount: sums['lastWeek booked']!,
    completionRate: ended > 0 ? sums['rates completed']! / ended : null,
    noShowRate: ended > 0 ? sums['rates no_show']! / ended : null,
    rating: doctor.rating,
    reviewCount: doctor.ratingCount,
    week: week.map(({ date }) => ({
      date,
      booked: sums[`${date} booked`]!,
      completed: sums[`${date} completed`]!,
    })),
  };
}

/** For each span: `<name> booked` (all that was not cancelled), `completed`, `no_show` and `cancelled`. */
async function countAppointments(doctorId: string, spans: Record<string, Span>): Promise<Sums> {
  const within = ({ from, to, runningAt }: Span) => [
    runningAt
      ? { $or: [{ $gte: ['$startsAt', from] }, { $gt: ['$endsAt', runningAt] }] }
      : { $gte: ['$startsAt', from] },
    { $lt: ['$startsAt', to] },
  ];
  const counters = Object.entries(spans).flatMap(([name, span]) => {
    const count = (condition: object) => ({ $sum: { $cond: [{ $and: [...within(span), condition] }, 1, 0] } });
    return [
      [`${name} booked`, count({ $ne: ['$status', 'cancelled'] })] as const,
      ...(['completed', 'no_show', 'cancelled'] as const).map(
        (status) => [`${name} ${status}`, count({ $eq: ['$status', status] })] as const,
      ),
    ];
  });
  const edges = Object.values(spans);
  const [sums] = await AppointmentModel.aggregate<Sums>([
    {
      $match: {
        doctorId: new Types.ObjectId(doctorId),
        startsAt: {
          $gte: new Date(Math.min(...edges.map(({ from }) => from.getTime()))),
          $lt: new Date(Math.max(...edges.map(({ to }) => to.getTime()))),
        },
      },
    },
    { $group: { _id: null, ...Object.fromEntries(counters) } },
  ]);
  return sums ?? Object.fromEntries(counters.map(([name]) => [name, 0]));
}
