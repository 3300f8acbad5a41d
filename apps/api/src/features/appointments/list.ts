import type { SessionUser } from '@health-connect/contract/accounts';
import type { ListAppointments } from '@health-connect/contract/appointments';
import type { AppointmentStatus } from '@health-connect/contract/status';
import { addDays } from '@health-connect/scheduling/wall-clock';
import type { QueryFilter } from 'mongoose';
import { AccountModel } from '../../db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, type Page, pageOf } from '../../http/cursor.js';
import { dayStart } from '../../lib/day-start.js';
import { type AppointmentWithPeople, withPeople } from './participants.js';
import { expireAllDue } from './expire-overdue.js';

const DAY_MS = 86_400_000;
const ORDERS = {
  asc: { after: '$gt', notBefore: '$gte', way: 1 },
  desc: { after: '$lt', notBefore: '$lte', way: -1 },
} as const;

/** Somebody's own appointments by start; those they took off their list are not on it. */
export async function listAppointments(
  user: SessionUser,
  { status, from, to, cursor, order = 'asc', limit = DEFAULT_PAGE }: ListAppointments,
): Promise<Page<AppointmentWithPeople>> {
  if (user.role !== 'doctor' && user.role !== 'patient') return { items: [], nextCursor: null };
  const statuses = status?.split(',') as AppointmentStatus[] | undefined;
  const place = decodeCursor(cursor, ['number', 'id']);
  const start = place && new Date(place[0]);
  const { after, notBefore, way } = ORDERS[order];
  const filter: QueryFilter<AppointmentRecord> = {
    [user.role === 'doctor' ? 'doctorId' : 'patientId']: user.id,
    hiddenFor: { $ne: user.id },
    ...(statuses && { status: { $in: statuses } }),
    ...((from || to) && (await spanOf(user, from, to))),
    // The bound lets the index begin there; which of the same instant were shown is told by the id.
    ...(start && {
      $and: [
        { startsAt: { [notBefore]: start } },
        { $or: [{ startsAt: { [after]: start } }, { startsAt: start, _id: { [after]: place[1] } }] },
      ],
    }),
  };
  const { items, nextCursor } = await pageOf(
    limit,
    (most) => AppointmentModel.find(filter).sort({ startsAt: way, _id: way }).limit(most).lean<AppointmentRecord[]>(),
    ({ startsAt, _id }) => encodeCursor([startsAt.getTime(), _id.toString()]),
  );
  const current = (await expireAllDue(items)).filter(({ status: now }) => !statuses || statuses.includes(now));
  return { items: await withPeople(current), nextCursor };
}

/**
 * Appointments that lie on these local dates of the reader's own calendar, also one that began the night before. The
 * bound on the start is what the index reads from: no appointment is longer than a day.
 */
async function spanOf(user: SessionUser, from: string | undefined, to: string | undefined) {
  const account = await AccountModel.findById(user.id, { timeZone: 1 }).lean();
  const timeZone = account?.timeZone ?? 'UTC';
  const first = from && dayStart(from, timeZone);
  return {
    startsAt: {
      ...(first && { $gte: new Date(first.getTime() - DAY_MS) }),
      ...(to && { $lt: dayStart(addDays(to, 1), timeZone) }),
    },
    ...(first && { endsAt: { $gt: first } }),
  };
}
