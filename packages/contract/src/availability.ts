import {
  clearableLine,
  clockTime,
  endTime,
  flag,
  id,
  type Infer,
  integer,
  listOf,
  localDate,
  object,
  oneOf,
  optional,
  timeZone,
} from './fields.js';
import type { Appointment } from './appointments.js';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const weeklySlot = {
  slotNumber: integer({ min: 1, max: 288 }),
  startTime: clockTime(),
  endTime: endTime(),
  /** Offered at all; says nothing of being free. */
  isAvailable: flag(),
};
/**
 * A slot of the week, wall-clock time in the doctor's zone. It belongs to the day on which it starts; an end that is not
 * after the start lies on the next day.
 */
export type WeeklySlot = Infer<typeof weeklySlot>;

const daySchedule = { day: oneOf(WEEKDAYS), slots: listOf(weeklySlot, { max: 288 }) };
export type DaySchedule = Infer<typeof daySchedule>;
export type WeeklySchedule = DaySchedule[];
export const weeklySchedule = () => listOf(daySchedule, { max: 7 });

const dateOverride = {
  date: localDate(),
  slots: listOf({ startTime: clockTime(), endTime: endTime() }, { max: 288 }),
  note: optional(clearableLine(200)),
};
/** Replaces the weekly hours of one date: no slots = a day off. */
export type DateOverride = Infer<typeof dateOverride>;

const bookingRules = {
  bufferBeforeMinutes: optional(integer({ min: 0, max: 120 })),
  bufferAfterMinutes: optional(integer({ min: 0, max: 120 })),
  minimumNoticeMinutes: optional(integer({ min: 0, max: 10_080 })),
  bookingWindowDays: optional(integer({ min: 1, max: 365 })),
  autoConfirm: optional(flag()),
};
export type BookingRules = Required<Infer<typeof bookingRules>>;

export const DEFAULT_RULES: BookingRules = {
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 60,
  bookingWindowDays: 60,
  autoConfirm: false,
};

export const saveSchedule = {
  timeZone: optional(timeZone()),
  schedule: weeklySchedule(),
  overrides: optional(listOf(dateOverride, { max: 400 })),
  rules: optional(object(bookingRules)),
};
export type SaveSchedule = Infer<typeof saveSchedule>;

/** `GET` and `PUT /doctors/schedule`. */
export interface DoctorSchedule {
  timeZone: string;
  schedule: WeeklySchedule;
  overrides: DateOverride[];
  rules: BookingRules;
}

/** `meta` of `PUT /doctors/schedule`: active appointments that now lie outside the hours. None is cancelled. */
export interface SaveScheduleMeta {
  affected: Appointment[];
}

/** `view=days` answers the same slots as `SlotDay[]`: some hundred times smaller for a full month. */
export const slotsQuery = {
  from: optional(localDate()),
  to: optional(localDate()),
  view: optional(oneOf(['days'])),
  /** An appointment of the reader's with this doctor that is to move: what it holds itself counts as free. */
  moving: optional(id()),
};
export type SlotsQuery = Infer<typeof slotsQuery>;
/** `GET /doctors/:id/slots` answers at most this many local days. */
export const MAX_SLOT_DAYS = 31;

/** A bookable interval on a day; `date`, `startTime`, `endTime` are the doctor's wall clock. */
export interface Slot {
  /** ISO 8601, UTC. */
  startsAt: string;
  endsAt: string;
  date: string;
  startTime: string;
  endTime: string;
  available: boolean;
}

/**
 * Free slots that follow each other without a pause: when the first starts (whole minutes since 1970, UTC), how many minutes
 * each lasts, how many there are.
 */
export type SlotRun = [startsAtMinute: number, minutes: number, count: number];

/** The free slots that start on one of the doctor's local dates; dates without any are left out. */
export interface SlotDay {
  date: string;
  runs: SlotRun[];
}
