import type { Slot } from './availability.js';
import {
  clearableText,
  clockTime,
  endTime,
  id,
  type Infer,
  instant,
  integer,
  localDate,
  oneOf,
  optional,
  paging,
  someOf,
  text,
} from './fields.js';
import { APPOINTMENT_STATUSES, type Actor, type AppointmentCommand, type AppointmentStatus } from './status.js';

export const MODES = ['video', 'chat'] as const;
export type VisitMode = (typeof MODES)[number];

/** A time is named by `startsAt`, or by `date` and `startTime` on the doctor's clock (the first of a repeated hour). */
export const bookAppointment = {
  doctorId: id(),
  startsAt: optional(instant()),
  date: optional(localDate()),
  startTime: optional(clockTime()),
  endTime: optional(endTime()),
  mode: optional(oneOf(MODES)),
  reason: optional(clearableText(500)),
  symptoms: optional(clearableText(2000)),
  /** Clients of the seed systems send it; anything but `pending` is refused. */
  status: optional(oneOf(['pending'])),
};
export type BookAppointment = Infer<typeof bookAppointment>;

export const listAppointments = {
  status: optional(someOf(APPOINTMENT_STATUSES)),
  from: optional(localDate()),
  to: optional(localDate()),
  /** By start: `asc`, the default, or `desc`, for what is over. */
  order: optional(oneOf(['asc', 'desc'])),
  ...paging,
};
export type ListAppointments = Infer<typeof listAppointments>;

export const appointmentParams = { id: id() };

/** The time in a change: like the one of a booking. */
const newTime = {
  startsAt: optional(instant()),
  date: optional(localDate()),
  startTime: optional(clockTime()),
  endTime: optional(endTime()),
};

/** What a doctor may send to `PUT /appointments/:id`. A new time is a proposal to the patient. */
export const doctorChange = {
  status: optional(oneOf(['scheduled', 'completed', 'cancelled', 'no_show', 'rescheduled'])),
  ...newTime,
  /** Private; absent from what a patient receives. */
  notes: optional(clearableText(10_000)),
  /** Shared with the patient. */
  summary: optional(clearableText(5000)),
  /** With notes or summary: the revision that they were written on. Who names none may add, never replace. */
  revision: optional(integer({ min: 0 })),
  comment: optional(clearableText(500)),
};
export type DoctorChange = Infer<typeof doctorChange>;

/** What a patient may send to `PUT /appointments/:id`. A new time moves the visit. */
export const patientChange = {
  status: optional(oneOf(['cancelled'])),
  ...newTime,
  reason: optional(clearableText(500)),
  mode: optional(oneOf(MODES)),
  proposal: optional(oneOf(['accept', 'decline'])),
  comment: optional(clearableText(500)),
  rating: optional(integer({ min: 1, max: 5 })),
  review: optional(text({ max: 2000 })),
};
export type PatientChange = Infer<typeof patientChange>;

/** What the reader may do now; the client never decides it again. */
export interface AppointmentAbilities {
  confirm: boolean;
  cancel: boolean;
  /** Patient: move it. Doctor: propose another time. */
  reschedule: boolean;
  answer: boolean;
  complete: boolean;
  markNoShow: boolean;
  join: boolean;
  editNotes: boolean;
  editReason: boolean;
  review: boolean;
}

export interface AppointmentHistoryEntry {
  at: string;
  by: Actor;
  command: AppointmentCommand | 'book';
  from: AppointmentStatus | null;
  to: AppointmentStatus;
  reason?: string;
}

export interface AppointmentDoctor {
  _id: string;
  name: string;
  specialization: string;
  avatar: string;
}

export interface AppointmentPatient {
  _id: string;
  name: string;
  avatar: string;
  /** For the doctor, who sees both clocks where a time is decided; absent for anybody else. */
  timeZone?: string;
}

export interface ProposedTime {
  startsAt: string;
  endsAt: string;
  date: string;
  startTime: string;
  endTime: string;
  /** Without an answer until then the visit stays at its old time. */
  answerBy: string;
}

/** `data` of 409 `slot_taken`, `patient_busy` and `slot_not_offered`: free slots nearest to the one asked for, in order of time. */
export interface NearestSlots {
  slots: Slot[];
}

/** One of the visits that fill somebody's places; its reason is not repeated. */
export type HeldAppointment = Pick<
  Appointment,
  '_id' | 'doctorId' | 'startsAt' | 'endsAt' | 'timeZone' | 'status' | 'mode' | 'can'
>;

/** `data` of 409 `too_many_bookings`: the coming visits, by start, of which one must go first. */
export interface TooManyBookings {
  /** How many visits may be coming at one time. */
  limit: number;
  /** Whether that counts those with this doctor, or all. */
  counts: 'with_doctor' | 'all';
  visits: HeldAppointment[];
}

/** An appointment on the wire. */
export interface Appointment {
  _id: string;
  doctorId: AppointmentDoctor;
  patientId: AppointmentPatient;
  date: string;
  startTime: string;
  endTime: string;
  /** The doctor's. */
  timeZone: string;
  startsAt: string;
  endsAt: string;
  status: AppointmentStatus;
  mode: VisitMode;
  reason: string;
  symptoms: string;
  comment: string;
  /** Doctor only: absent, not empty, for a patient. */
  notes?: string;
  summary: string;
  /** Doctor only: of notes and summary together; sent back with a change of them. */
  revision?: number;
  rating: number | null;
  review: string;
  proposed?: ProposedTime;
  /** While it is pending: without the doctor's answer until then it is released. */
  answerBy?: string;
  history: AppointmentHistoryEntry[];
  joinFrom: string;
  joinUntil: string;
  createdAt: string;
  can: AppointmentAbilities;
}
