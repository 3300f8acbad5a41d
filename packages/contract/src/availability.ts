import { answers, route } from './route.js';
import type { Slot, SlotDay } from './slots.js';
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
import { type Weekday, WEEKDAYS } from './weekdays.js';

export { type Weekday, WEEKDAYS };

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

const doctorParams = { id: id() };

export const readSchedule = route({
  method: 'get',
  path: '/doctors/schedule',
  allow: ['doctor'],
  answer: answers<DoctorSchedule>(),
  summary: 'The hours, days off and rules of the doctor who asks.',
});

export const replaceSchedule = route({
  method: 'put',
  path: '/doctors/schedule',
  allow: ['doctor'],
  body: saveSchedule,
  answer: answers<DoctorSchedule, SaveScheduleMeta>(),
  summary: 'Stores hours, days off and rules; cancels nothing.',
});

export const readSlots = route({
  method: 'get',
  path: '/doctors/:id/slots',
  allow: 'anyone',
  params: doctorParams,
  query: slotsQuery,
  answer: answers<Slot[] | SlotDay[]>(),
  summary: 'The free times of a doctor; by day where `view=days` asks for it.',
});
