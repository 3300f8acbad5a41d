import type { Slot } from '@health-connect/contract/slots';
import { doctorCells, patientCells } from '@health-connect/scheduling/cells';
import type { WantedTime } from '@health-connect/scheduling/find-slot';
import type { ScheduledSlot, SlotRefusal } from '@health-connect/scheduling/slots';
import { AppError, duplicateKey, invalid } from '../../http/errors.js';
import {
  type DoctorHours,
  isTimeOf,
  judgeTime,
  type MovingAppointment,
  nearestSlots,
} from '../availability/service.js';

interface TimeInput {
  startsAt?: string;
  date?: string;
  startTime?: string;
  endTime?: string;
}

/** Whether a body names a time at all. */
export const namesTime = ({ startsAt, date, startTime, endTime }: TimeInput): boolean =>
  [startsAt, date, startTime, endTime].some((part) => part !== undefined);

/**
 * The time that a body asks for, by its instant or by the doctor's clock.
 * @throws AppError `validation_failed` where it names none, or only half of one.
 */
export function wantedTime({ startsAt, date, startTime, endTime }: TimeInput): WantedTime {
  if (startsAt !== undefined) {
    if (date ?? startTime ?? endTime)
      throw invalid('startsAt', 'Name the time once: by startsAt, or by date and startTime.');
    return { startsAt: requireOnCalendar('startsAt', startsAt) };
  }
  if (date === undefined) throw invalid('date', 'Name a time: startsAt, or date and startTime.');
  if (startTime === undefined) throw invalid('startTime', 'Name the time of day with the date.');
  requireOnCalendar('date', `${date}T${startTime}Z`);
  return { date, startTime, ...(endTime !== undefined && { endTime }) };
}

/** Not a leap second, which no clock of ours shows, nor a year that four digits do not name in every zone. */
function requireOnCalendar(path: string, time: string): number {
  const instant = Date.parse(time);
  if (instant >= 0 && instant < Date.parse('9999-01-01')) return instant;
  throw invalid(path, 'Is not a time that can be booked.');
}

const REFUSALS: Record<Exclude<SlotRefusal, 'taken'> | 'not_offered' | 'unmoved', string> = {
  notice: 'This time is too close now. Choose a later one.',
  window: 'This time is further ahead than the doctor takes bookings. Choose an earlier one.',
  not_offered: 'The doctor does not offer this time. Choose one from the list.',
  unmoved: 'The visit is at this time already. Choose another one.',
};

/**
 * The slot that was asked for, for a new appointment or the one that is to move, by the same function that makes the
 * list.
 * @throws AppError `slot_not_offered`, with the nearest free slots.
 */
export async function requireOffered(
  doctor: DoctorHours,
  wanted: WantedTime,
  moving?: MovingAppointment,
): Promise<ScheduledSlot> {
  const found = judgeTime(doctor, wanted);
  const isUnmoved = found.ok && moving !== undefined && isTimeOf(moving, found.slot);
  if (found.ok && !isUnmoved) return found.slot;
  const reason = found.ok ? 'unmoved' : found.reason === 'taken' ? 'not_offered' : found.reason;
  throw new AppError('slot_not_offered', REFUSALS[reason], { data: await freeNear(doctor, wanted, moving) });
}

/** The fields of an appointment at a slot, with the cells that hold it. */
export const timeFields = (slot: ScheduledSlot, doctor: DoctorHours) => ({
  startsAt: new Date(slot.startsAt),
  endsAt: new Date(slot.endsAt),
  timeZone: doctor.timeZone,
  doctorCells: doctorCells(slot, doctor.rules),
  patientCells: patientCells(slot),
});

/** Turns the refusal of a unique index into an answer that helps; anything else is thrown on. */
export async function refuseHeld(
  error: unknown,
  doctor: DoctorHours,
  slot: ScheduledSlot,
  moving?: MovingAppointment,
): Promise<never> {
  const fields = duplicateKey(error);
  const isPatients = fields?.includes('patientCells');
  if (!isPatients && !fields?.includes('doctorCells')) throw error;
  const data = await freeNear(doctor, slot, moving);
  if (isPatients) {
    throw new AppError('patient_busy', 'There is another visit of the same patient at this time. Choose another one.', {
      data,
    });
  }
  throw new AppError('slot_taken', 'This time has just been taken. Choose one of the nearest free ones.', { data });
}

async function freeNear(
  doctor: DoctorHours,
  wanted: WantedTime,
  moving?: MovingAppointment,
): Promise<{ slots: Slot[] }> {
  const instant = 'startsAt' in wanted ? wanted.startsAt : Date.parse(`${wanted.date}T${wanted.startTime}Z`);
  return { slots: await nearestSlots(doctor, instant, moving) };
}
