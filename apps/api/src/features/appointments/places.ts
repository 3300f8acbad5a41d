import type { SessionUser } from '@health-connect/contract/accounts';
import type { HeldAppointment, TooManyBookings } from '@health-connect/contract/appointments';
import { ACTIVE_STATUSES } from '@health-connect/contract/status';
import type { Types } from 'mongoose';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { env } from '../../env.js';
import { type AppError, duplicateKey, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { withPeople } from './participants.js';
import { isActive } from './policy.js';
import { presentAppointment } from './present.js';
import { expireAllDue } from './expire-overdue.js';

const MAX_ATTEMPTS = 40;
const MAX_SHOWN = 20;

/** The numbers that a new appointment takes among its patient's coming ones: of all, and of those with its doctor. */
interface Places {
  place: number;
  doctorPlace: number;
}

interface Booker {
  user: SessionUser;
  doctor: { _id: Types.ObjectId };
}

/**
 * Stores a new appointment in the lowest places that its patient has free. Whoever counts at the same moment chooses
 * the same ones; the unique indexes give them to one, and the others count again.
 * @throws AppError `too_many_bookings`, with the appointments of which one must go first.
 */
export async function storeInPlace<T>(booker: Booker, store: (places: Places) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const places = await freePlaces(booker);
    try {
      return await store(places);
    } catch (error) {
      if (!duplicateKey(error)?.some((field) => field === 'place' || field === 'doctorPlace')) throw error;
    }
  }
  throw refused('bookings_crowded');
}

async function freePlaces(booker: Booker): Promise<Places> {
  const coming = await comingAppointments(booker.user.id);
  const withDoctor = coming.filter(({ doctorId }) => doctorId.equals(booker.doctor._id));
  const { perDoctor, perPatient } = env.bookings;
  const doctorPlace = lowestFree(
    withDoctor.map((appointment) => appointment.doctorPlace),
    perDoctor,
  );
  if (doctorPlace === null) throw await tooMany(booker, 'with_doctor', perDoctor, withDoctor);
  const place = lowestFree(
    coming.map((appointment) => appointment.place),
    perPatient,
  );
  if (place === null) throw await tooMany(booker, 'all', perPatient, coming);
  return { place, doctorPlace };
}

/** Appointments from before there were places count as well: they shorten the row from its end. */
function lowestFree(taken: (number | null)[], limit: number): number | null {
  const held = new Set(taken);
  const last = limit - taken.filter((place) => place === null).length;
  for (let place = 1; place <= last && taken.length < limit; place++) if (!held.has(place)) return place;
  return null;
}

/**
 * The patient's active appointments that have not begun, as time has left them. Those that have give their places up.
 */
async function comingAppointments(patientId: string): Promise<AppointmentRecord[]> {
  const status = { $in: [...ACTIVE_STATUSES] };
  const found = await AppointmentModel.find({ patientId, status }).lean<AppointmentRecord[]>();
  const active = (await expireAllDue(found)).filter(isActive);
  const at = new Date(now());
  // While a proposal is open, the appointment may be one to come.
  const isComing = ({ startsAt, proposed }: AppointmentRecord) => startsAt > at || proposed !== null;
  if (active.some((appointment) => !isComing(appointment) && appointment.place !== null)) {
    const begun = { patientId, status, startsAt: { $lte: at }, proposed: null };
    await AppointmentModel.updateMany(begun, { $set: { place: null, doctorPlace: null } });
  }
  return active.filter(isComing);
}

async function tooMany(
  { user }: Booker,
  counts: TooManyBookings['counts'],
  limit: number,
  held: AppointmentRecord[],
): Promise<AppError> {
  const first = held.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()).slice(0, MAX_SHOWN);
  const appointments = (await withPeople(first)).map((each) => presentHeld(presentAppointment(user, each)));
  return refused(counts === 'all' ? 'too_many_in_all' : 'too_many_with_doctor', {
    params: { count: held.length },
    data: { limit, counts, visits: appointments } satisfies TooManyBookings,
  });
}

const presentHeld = ({
  _id,
  doctorId,
  startsAt,
  endsAt,
  timeZone,
  status,
  mode,
  can,
}: HeldAppointment): HeldAppointment => ({
  _id,
  doctorId,
  startsAt,
  endsAt,
  timeZone,
  status,
  mode,
  can,
});
