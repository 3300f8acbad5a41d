import { serverEvent } from './event.js';
import { answers, file, pages, route } from './route.js';
import { ROLES } from './roles.js';
import type { Slot } from './slots.js';
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
export type ConsultMode = (typeof MODES)[number];

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
  revision: optional(integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
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
  /** For the doctor: in which the patient reads and most likely speaks; absent while it is not known. */
  language?: string;
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
  mode: ConsultMode;
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

export const listOwnAppointments = route({
  method: 'get',
  path: '/appointments',
  allow: ROLES,
  query: listAppointments,
  answer: pages<Appointment>(),
  summary: 'The appointments of whoever asks, by start.',
});

export const listDoctorAppointments = route({
  method: 'get',
  path: '/appointments/doctor',
  allow: ['doctor'],
  query: listAppointments,
  answer: pages<Appointment>(),
  summary: 'The appointments that the doctor gives.',
});

export const listPatientAppointments = route({
  method: 'get',
  path: '/appointments/patient',
  allow: ['patient'],
  query: listAppointments,
  answer: pages<Appointment>(),
  summary: 'The appointments that the patient has.',
});

export const book = route({
  method: 'post',
  path: '/appointments',
  allow: ['patient'],
  headers: { 'Idempotency-Key': 'Made by the client: the same booking sent again with it is answered with the first.' },
  body: bookAppointment,
  answer: answers<Appointment>(),
  status: 201,
  errors: ['slot_taken', 'slot_not_offered', 'patient_busy', 'too_many_bookings', 'key_reused'],
  summary: 'Takes an offered time.',
});

export const readAppointment = route({
  method: 'get',
  path: '/appointments/:id',
  allow: ['doctor', 'patient', 'admin'],
  params: appointmentParams,
  answer: answers<Appointment>(),
  summary: 'One appointment, as its reader may see it.',
});

export const readCalendarFile = route({
  method: 'get',
  path: '/appointments/:id/calendar.ics',
  allow: ['doctor', 'patient'],
  params: appointmentParams,
  answer: file('text/calendar'),
  summary: 'The appointment for a calendar (RFC 5545).',
});

export const changeAsDoctor = route({
  method: 'put',
  path: '/appointments/:id',
  allow: ['doctor'],
  params: appointmentParams,
  body: doctorChange,
  answer: answers<Appointment>(),
  errors: ['invalid_transition', 'stale_revision', 'slot_taken', 'slot_not_offered', 'patient_busy'],
  summary: 'The doctor confirms, proposes another time, completes, cancels, or writes notes and summary.',
});

export const changeAsPatient = route({
  method: 'put',
  path: '/appointments/:id',
  allow: ['patient'],
  params: appointmentParams,
  body: patientChange,
  answer: answers<Appointment>(),
  errors: [
    'invalid_transition',
    'stale_revision',
    'slot_taken',
    'slot_not_offered',
    'patient_busy',
    'too_many_bookings',
    'already_reviewed',
  ],
  summary: 'The patient moves or cancels it, answers a proposal, changes the reason, or reviews it.',
});

export const removeAppointment = route({
  method: 'delete',
  path: '/appointments/:id',
  allow: ['doctor', 'patient'],
  params: appointmentParams,
  answer: answers<Appointment>(),
  errors: ['invalid_transition'],
  summary: 'Cancels it; it stays in the history of both.',
});

export const appointmentChanged = serverEvent({
  name: 'appointment-changed',
  payload: answers<Appointment>(),
  to: 'every device of its doctor and its patient, each as they may see it',
  summary: 'An appointment was booked or changed.',
});
