import type { SessionUser } from '@health-connect/contract/accounts';
import {
  type DoctorSchedule,
  MAX_SLOT_DAYS,
  type SaveSchedule,
  type SlotsQuery,
} from '@health-connect/contract/availability';
import type { Slot, SlotDay } from '@health-connect/contract/slots';
import { ACTIVE_STATUSES } from '@health-connect/contract/status';
import { findSlot, nearestFree, type FoundSlot, type WantedTime } from '@health-connect/scheduling/find-slot';
import { isWithinHours } from '@health-connect/scheduling/hours';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { LONGEST_NIGHT_MINUTES } from '@health-connect/scheduling/nights';
import { type OfferedSlot, offeredSlots } from '@health-connect/scheduling/slots';
import { isTimeZone } from '@health-connect/scheduling/time-zone';
import { validateSchedule } from '@health-connect/scheduling/validate-schedule';
import { addDays } from '@health-connect/scheduling/wall-clock';
import { DoctorModel, type DoctorRecord } from '../../db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { ensure, ensureFound, invalid, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { dayStart } from '../../lib/day-start.js';
import {
  availabilityOf,
  type DoctorHours,
  HOURS_FIELDS,
  heldBetween,
  isTimeOf,
  type MovingAppointment,
  presentDays,
  presentSlot,
  scheduleOf,
} from './hours.js';
import { LISTED } from './policy.js';

export { type DoctorHours, HOURS_FIELDS, isTimeOf, type MovingAppointment } from './hours.js';
export { markSlotsChanged, refreshStaleSlots, touchesKept, withCurrentSlots } from './next-slots.js';

const DEFAULT_SLOT_DAYS = 14;
const NEAREST_COUNT = 6;
const NEAREST_DAYS = 7;
const HOUR_MS = 3_600_000;
/** The longest buffer reaches this far over the edge of a day. */
const EDGE_MS = 4 * HOUR_MS;
/** And the last appointment of a day this far into the next. */
const NIGHT_MS = LONGEST_NIGHT_MINUTES * 60_000;
const MAX_AFFECTED = 200;

/** A doctor's own week, days off, extra hours and booking rules. */
export async function ownSchedule(user: SessionUser): Promise<DoctorSchedule> {
  const doctor = await DoctorModel.findById(user.id, HOURS_FIELDS).lean<DoctorRecord>();
  ensureFound(doctor);
  return scheduleOf(doctor);
}

/**
 * Saves the parts that were given. Cancels nothing: `affected` are the active appointments that lie outside the hours
 * now.
 * @throws AppError `validation_failed` with every overlap and wrong time.
 */
export async function saveSchedule(
  user: SessionUser,
  { timeZone, schedule, overrides, rules = {} }: Partial<SaveSchedule>,
): Promise<{ saved: DoctorSchedule; affected: AppointmentRecord[] }> {
  await requireSoundHours(user, { timeZone, schedule, overrides });

  const changedRules = Object.fromEntries(Object.entries(rules).map(([rule, value]) => [`rules.${rule}`, value]));
  const doctor = await DoctorModel.findByIdAndUpdate(
    user.id,
    {
      $set: {
        ...(timeZone && { timeZone }),
        ...(schedule && { schedule }),
        ...(overrides && { overrides }),
        ...changedRules,
        nextSlotsStaleAt: new Date(0),
      },
      $inc: { slotsVersion: 1 },
    },
    { returnDocument: 'after', projection: HOURS_FIELDS },
  ).lean<DoctorRecord>();
  ensureFound(doctor);
  return { saved: scheduleOf(doctor), affected: await appointmentsOutsideHours(doctor) };
}

/**
 * What was not given is judged as it is stored: a night must not run into a date with its own hours, nor that into it.
 * @throws AppError `validation_failed` with every overlap and wrong time.
 */
export async function requireSoundHours(
  user: SessionUser,
  { timeZone, ...given }: Pick<Partial<SaveSchedule>, 'timeZone' | 'schedule' | 'overrides'>,
): Promise<void> {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalid('timeZone', 'not_a_listed_time_zone');
  if (!given.schedule && !given.overrides) return;
  const isWhole = given.schedule && given.overrides;
  const stored = isWhole ? null : await DoctorModel.findById(user.id, HOURS_FIELDS).lean<DoctorRecord>();
  const overrides = given.overrides ?? stored?.overrides.filter(({ date }) => Date.parse(date) > now() - 48 * HOUR_MS);
  const schedule = given.schedule ?? stored?.schedule;
  const errors = validateSchedule({ schedule: schedule ?? [], overrides: overrides ?? [] }).map((problem) => {
    const [list = ''] = problem.path.split('[');
    return list in given && given[list as keyof typeof given] ? problem : { ...problem, path: otherThan(list) };
  });
  if (errors.length > 0) throw refused('wrong_times', { errors });
}

const otherThan = (list: string) => (list === 'schedule' ? 'overrides' : 'schedule');

async function appointmentsOutsideHours(doctor: DoctorHours): Promise<AppointmentRecord[]> {
  const coming = await AppointmentModel.find({
    doctorId: doctor._id,
    status: { $in: [...ACTIVE_STATUSES] },
    startsAt: { $gte: new Date(now()) },
  })
    .sort({ startsAt: 1 })
    .lean<AppointmentRecord[]>();
  const hours = scheduleOf(doctor);
  return coming
    .filter(({ startsAt, endsAt }) => !isWithinHours({ startsAt: +startsAt, endsAt: +endsAt }, hours))
    .slice(0, MAX_AFFECTED);
}

/**
 * What a doctor offers on the local dates asked for; by default from the doctor's today, 14 days. To one of the two
 * who move an appointment: what that appointment may move to.
 */
export async function slotsOf(
  user: SessionUser | undefined,
  doctorId: string,
  { from, to, view, moving }: SlotsQuery,
): Promise<Slot[] | SlotDay[]> {
  const appointment = moving === undefined ? undefined : await requireOwnAppointment(user, doctorId, moving);
  const doctor = await DoctorModel.findOne({ _id: doctorId, ...LISTED }, HOURS_FIELDS).lean<DoctorRecord>();
  ensureFound(doctor);
  const first = from ?? localDateOf(now(), doctor.timeZone);
  const last = to ?? addDays(first, DEFAULT_SLOT_DAYS - 1);
  ensure(first <= last, 'wrong_dates', { errors: [{ path: 'to', problem: 'before_first_day' }] });
  if (last > addDays(first, MAX_SLOT_DAYS - 1)) {
    throw invalid('to', 'too_many_days', { max: MAX_SLOT_DAYS });
  }
  const free = await freeSlots(doctor, first, last, appointment);
  return view === 'days' ? presentDays(free) : free.map(presentSlot);
}

/** @throws AppError `not_found` for all but its two, and where it is no appointment of this doctor. */
async function requireOwnAppointment(
  user: SessionUser | undefined,
  doctorId: string,
  id: string,
): Promise<MovingAppointment> {
  const appointment = await AppointmentModel.findOne({ _id: id, doctorId }).lean<AppointmentRecord>();
  const isTheirs =
    (user?.role === 'doctor' && appointment?.doctorId.toString() === user.id) ||
    (user?.role === 'patient' && appointment?.patientId.toString() === user.id);
  ensureFound(isTheirs ? appointment : null);
  return appointment!;
}

/** Whether a doctor has a free slot on a date of their own calendar, for many doctors in one query. */
export async function freeOn<T extends DoctorHours>(doctors: T[], date: string): Promise<T[]> {
  const day = Date.parse(date);
  // Wherever a zone lies (−12 to +14 hours), its day of this date is within these instants.
  const held = await heldBetween(
    doctors.map((doctor) => doctor._id),
    day - 14 * HOUR_MS - EDGE_MS,
    day + 36 * HOUR_MS + NIGHT_MS + EDGE_MS,
  );
  return doctors.filter((doctor) => {
    const availability = availabilityOf(doctor, held.get(doctor._id.toString()));
    return offeredSlots({ ...availability, from: date, to: date }).length > 0;
  });
}

/**
 * Judges a wanted time by the function that makes the list. Appointments are left out: whether it is still free is
 * decided by the unique index in the write itself, and only there.
 */
export const judgeTime = (doctor: DoctorHours, wanted: WantedTime): FoundSlot =>
  findSlot(availabilityOf(doctor), wanted);

/**
 * The free times around an instant, for somebody who just lost that one, with a new appointment or one that is to move.
 */
export async function nearestSlots(doctor: DoctorHours, wantedAt: number, moving?: MovingAppointment): Promise<Slot[]> {
  const today = localDateOf(now(), doctor.timeZone);
  const earliest = addDays(localDateOf(wantedAt, doctor.timeZone), -NEAREST_DAYS);
  const first = earliest < today ? today : earliest;
  const free = await freeSlots(doctor, first, addDays(first, 2 * NEAREST_DAYS), moving);
  return nearestFree(free, wantedAt, NEAREST_COUNT).map(presentSlot);
}

async function freeSlots(
  doctor: DoctorHours,
  from: string,
  to: string,
  moving: MovingAppointment | undefined,
): Promise<OfferedSlot[]> {
  const start = dayStart(from, doctor.timeZone).getTime() - EDGE_MS;
  const end = dayStart(addDays(to, 1), doctor.timeZone).getTime() + NIGHT_MS + EDGE_MS;
  const held = await heldBetween([doctor._id], start, end, moving);
  const offered = offeredSlots({ ...availabilityOf(doctor, held.get(doctor._id.toString())), from, to });
  return moving ? offered.filter((slot) => !isTimeOf(moving, slot)) : offered;
}
