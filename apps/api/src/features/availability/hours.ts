import type { DoctorSchedule } from '@health-connect/contract/availability';
import type { Slot, SlotDay } from '@health-connect/contract/slots';
import { ACTIVE_STATUSES } from '@health-connect/contract/status';
import { CELL_MS } from '@health-connect/scheduling/cells';
import { runsOf } from '@health-connect/scheduling/slot-runs';
import type { Availability, Busy, OfferedSlot, ScheduledSlot } from '@health-connect/scheduling/slots';
import type { Types } from 'mongoose';
import type { DoctorRecord } from '../../db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { now } from '../../lib/clock.js';

/** What of a doctor decides which times are offered. */
export type DoctorHours = Pick<DoctorRecord, '_id' | 'timeZone' | 'schedule' | 'overrides' | 'rules'>;

export const HOURS_FIELDS = { timeZone: 1, schedule: 1, overrides: 1, rules: 1 } as const;

export const scheduleOf = ({ timeZone, schedule, overrides, rules }: DoctorHours): DoctorSchedule => ({
  timeZone,
  schedule,
  overrides,
  rules,
});

/** The hours with what is held of them, for the functions of scheduling. */
export const availabilityOf = (doctor: DoctorHours, busy: readonly Busy[] = []): Availability => ({
  ...scheduleOf(doctor),
  now: now(),
  busy,
});

/** An appointment that is to move: its own hold does not count against it, and where it is it need not go. */
export type MovingAppointment = Pick<AppointmentRecord, '_id' | 'startsAt' | 'endsAt'>;

export const isTimeOf = (appointment: MovingAppointment, slot: ScheduledSlot): boolean =>
  slot.startsAt === appointment.startsAt.getTime() && slot.endsAt === appointment.endsAt.getTime();

/**
 * What active appointments hold between two instants, by doctor, in one query. It asks the cells and not the start:
 * while a proposal is open an appointment holds two times. Past appointments that ended are not in that index at
 * all. `moving` is left out.
 */
export async function heldBetween(
  doctorIds: Types.ObjectId[],
  from: number,
  to: number,
  moving?: MovingAppointment,
): Promise<Map<string, { cells: number[] }[]>> {
  const appointments = await AppointmentModel.find(
    {
      doctorId: doctorIds.length === 1 ? doctorIds[0] : { $in: doctorIds },
      status: { $in: [...ACTIVE_STATUSES] },
      ...(moving && { _id: { $ne: moving._id } }),
      doctorCells: { $elemMatch: { $gte: Math.floor(from / CELL_MS), $lt: Math.ceil(to / CELL_MS) } },
    },
    { doctorId: 1, doctorCells: 1 },
  ).lean();
  const held = new Map<string, { cells: number[] }[]>();
  for (const { doctorId, doctorCells } of appointments) {
    const key = doctorId.toString();
    held.set(key, [...(held.get(key) ?? []), { cells: doctorCells }]);
  }
  return held;
}

export const presentSlot = ({ startsAt, endsAt, ...slot }: ScheduledSlot | OfferedSlot): Slot => ({
  available: true,
  ...slot,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});

/** The same by date, what follows without a pause told once. */
export function presentDays(slots: readonly OfferedSlot[]): SlotDay[] {
  const days = new Map<string, OfferedSlot[]>();
  for (const slot of slots) {
    const ofDay = days.get(slot.date);
    if (ofDay) ofDay.push(slot);
    else days.set(slot.date, [slot]);
  }
  return [...days].map(([date, ofDay]) => ({ date, runs: runsOf(ofDay) }));
}
