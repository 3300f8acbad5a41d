import type { Reason } from '@health-connect/contract/refusals';
import type { Slot } from '@health-connect/contract/slots';
import { doctorCells, patientCells } from '@health-connect/scheduling/cells';
import type { WantedTime } from '@health-connect/scheduling/find-slot';
import type { ScheduledSlot, SlotRefusal } from '@health-connect/scheduling/slots';
import { duplicateKey, invalid, refused } from '../../http/errors.js';
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
    if (date ?? startTime ?? endTime) throw invalid('startsAt', 'time_named_twice');
    return { startsAt: requireOnCalendar('startsAt', startsAt) };
  }
  if (date === undefined) throw invalid('date', 'no_time_named');
  if (startTime === undefined) throw invalid('startTime', 'no_time_of_day');
  requireOnCalendar('date', `${date}T${startTime}Z`);
  return { date, startTime, ...(endTime !== undefined && { endTime }) };
}

/** Not a leap second, which no clock of ours shows, nor a year that four digits do not name in every zone. */
function requireOnCalendar(path: string, time: string): number {
  const instant = Date.parse(time);
  if (instant >= 0 && instant < Date.parse('9999-01-01')) return instant;
  throw invalid(path, 'not_bookable');
}

const REFUSALS = {
  notice: 'too_close',
  window: 'too_far_ahead',
  not_offered: 'slot_not_offered',
  taken: 'slot_not_offered',
} as const satisfies Record<SlotRefusal | 'not_offered', Reason>;

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
  const reason = found.ok ? 'unmoved' : REFUSALS[found.reason];
  throw refused(reason, { data: await freeNear(doctor, wanted, moving) });
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
  throw refused(isPatients ? 'patient_busy' : 'slot_taken', { data });
}

async function freeNear(
  doctor: DoctorHours,
  wanted: WantedTime,
  moving?: MovingAppointment,
): Promise<{ slots: Slot[] }> {
  const instant = 'startsAt' in wanted ? wanted.startsAt : Date.parse(`${wanted.date}T${wanted.startTime}Z`);
  return { slots: await nearestSlots(doctor, instant, moving) };
}
