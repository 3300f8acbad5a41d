import {
  ACTIVE_STATUSES,
  APPOINTMENT_STATUSES,
  type Actor,
  type AppointmentCommand,
} from '@health-connect/contract/status';
import {
  date,
  id,
  list,
  listOf,
  nullable,
  number,
  oneOf,
  part,
  type PartOf,
  type RecordOf,
  ref,
  required,
  schemaOf,
  stamps,
  text,
} from './fields.js';
import { createModel } from './model.js';
import { eventFields, indexOutbox, outboxFields } from './outbox-fields.js';

const historyFields = {
  ...eventFields,
  at: date(),
  by: text<Actor>(),
  actorId: nullable(id()),
  command: text<AppointmentCommand | 'book'>(),
  from: nullable(oneOf(APPOINTMENT_STATUSES)),
  to: oneOf(APPOINTMENT_STATUSES),
  reason: text({ default: '' }),
};
export type HistoryRecord = PartOf<typeof historyFields>;

const proposalFields = {
  startsAt: date(),
  endsAt: date(),
  /** The doctor's zone when it was proposed. */
  timeZone: text(),
  /** What the appointment holds if the patient accepts, and if not; while it is open it holds both. */
  doctorCells: list(number()),
  previousDoctorCells: list(number()),
  /** Unanswered until then, the appointment stays at its old time. */
  answerBy: date(),
  /** The status that the appointment falls back to. */
  previousStatus: oneOf(['pending', 'scheduled']),
};
export type ProposalRecord = PartOf<typeof proposalFields>;

const appointmentFields = {
  doctorId: ref('Doctor'),
  patientId: ref('Patient'),
  startsAt: date(),
  endsAt: date(),
  /** The doctor's zone when it was booked: it names the wall clock of that day. */
  timeZone: text(),
  status: oneOf(APPOINTMENT_STATUSES),
  /** The 5-minute cells it holds (scheduling/cells), for the two unique indexes below. */
  doctorCells: required(list(number())),
  patientCells: required(list(number())),
  /**
   * Which of its patient's appointments it is while it is coming: of all, and of those with this doctor (decision 011).
   * Null in those that are over, or were booked before there were places.
   */
  place: nullable(number()),
  doctorPlace: nullable(number()),
  /** While it is pending: unanswered until then it is released. Null in older ones, which have until their start. */
  answerBy: nullable(date()),
  mode: oneOf(['video', 'chat'], { default: 'video' }),
  reason: text({ default: '' }),
  symptoms: text({ default: '' }),
  comment: text({ default: '' }),
  notes: text({ default: '' }),
  summary: text({ default: '' }),
  /** Counts the writes of notes and summary. */
  revision: number({ default: 0 }),
  rating: nullable(number()),
  review: text({ default: '' }),
  proposed: nullable(part(proposalFields)),
  history: listOf(historyFields),
  ...outboxFields,
  /** When the patient first entered the consult. */
  patientJoinedAt: nullable(date()),
  hiddenFor: list(id()),
  idempotencyKey: nullable(text()),
  idempotencyHash: nullable(text()),
  ...stamps,
};
export type AppointmentRecord = RecordOf<typeof appointmentFields>;

const appointmentSchema = schemaOf(appointmentFields);

// Never two active appointments of one doctor, or of one patient, that overlap: whatever races, the database
// refuses the second one in the same single-document write that would store it (product.md, Booking 3).
const whileActive = { partialFilterExpression: { status: { $in: [...ACTIVE_STATUSES] } }, unique: true };
appointmentSchema.index({ doctorId: 1, doctorCells: 1 }, whileActive);
appointmentSchema.index({ patientId: 1, patientCells: 1 }, whileActive);
// Nor more coming appointments of one patient than there are places, however many are booked at once.
const inPlace = (field: string) => ({
  unique: true,
  partialFilterExpression: { status: { $in: [...ACTIVE_STATUSES] }, [field]: { $type: 'number' } },
});
appointmentSchema.index({ patientId: 1, place: 1 }, inPlace('place'));
appointmentSchema.index({ patientId: 1, doctorId: 1, doctorPlace: 1 }, inPlace('doctorPlace'));
appointmentSchema.index(
  { patientId: 1, idempotencyKey: 1 },
  { unique: true, partialFilterExpression: { idempotencyKey: { $type: 'string' } } },
);
appointmentSchema.index({ doctorId: 1, startsAt: 1, _id: 1 });
appointmentSchema.index({ patientId: 1, startsAt: 1, _id: 1 });
appointmentSchema.index({ doctorId: 1, patientId: 1, status: 1 });
appointmentSchema.index({ status: 1, startsAt: 1 });
appointmentSchema.index({ status: 1, answerBy: 1 });
indexOutbox(appointmentSchema);

export const AppointmentModel = createModel('Appointment', appointmentSchema);
