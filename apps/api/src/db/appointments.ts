import type { VisitMode } from '@health-connect/contract/appointments';
import {
  ACTIVE_STATUSES,
  APPOINTMENT_STATUSES,
  type Actor,
  type AppointmentCommand,
  type AppointmentStatus,
} from '@health-connect/contract/status';
import { Schema, type Types } from 'mongoose';
import { createModel } from './model.js';

export interface HistoryRecord {
  at: Date;
  by: Actor;
  actorId: Types.ObjectId | null;
  command: AppointmentCommand | 'book';
  from: AppointmentStatus | null;
  to: AppointmentStatus;
  reason: string;
}

export interface ProposalRecord {
  startsAt: Date;
  endsAt: Date;
  /** The doctor's zone when it was proposed. */
  timeZone: string;
  /** What the appointment holds if the patient accepts, and if not; while it is open it holds both. */
  doctorCells: number[];
  previousDoctorCells: number[];
  /** Unanswered until then, the appointment stays at its old time. */
  answerBy: Date;
  /** The status that the appointment falls back to. */
  previousStatus: 'pending' | 'scheduled';
}

export interface AppointmentRecord {
  _id: Types.ObjectId;
  doctorId: Types.ObjectId;
  patientId: Types.ObjectId;
  startsAt: Date;
  endsAt: Date;
  /** The doctor's zone when it was booked: it names the wall clock of that day. */
  timeZone: string;
  status: AppointmentStatus;
  /** The 5-minute cells it holds (scheduling/cells), for the two unique indexes below. */
  doctorCells: number[];
  patientCells: number[];
  /**
   * Which of its patient's appointments it is while it is coming: of all, and of those with this doctor (decision 011).
   * Null in those that are over, or were booked before there were places.
   */
  place: number | null;
  doctorPlace: number | null;
  /** While it is pending: unanswered until then it is released. Null in older ones, which have until their start. */
  answerBy: Date | null;
  mode: VisitMode;
  reason: string;
  symptoms: string;
  comment: string;
  notes: string;
  summary: string;
  /** Counts the writes of notes and summary. */
  revision: number;
  rating: number | null;
  review: string;
  proposed: ProposalRecord | null;
  history: HistoryRecord[];
  /** When the patient first entered the consult. */
  patientJoinedAt: Date | null;
  hiddenFor: Types.ObjectId[];
  idempotencyKey: string | null;
  idempotencyHash: string | null;
  createdAt: Date;
}

const ref = (name: string) => ({ type: Schema.Types.ObjectId, ref: name, required: true });

const appointmentSchema = new Schema<AppointmentRecord>(
  {
    doctorId: ref('Doctor'),
    patientId: ref('Patient'),
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    timeZone: { type: String, required: true },
    status: { type: String, enum: APPOINTMENT_STATUSES, required: true },
    doctorCells: { type: [Number], required: true },
    patientCells: { type: [Number], required: true },
    place: { type: Number, default: null },
    doctorPlace: { type: Number, default: null },
    answerBy: { type: Date, default: null },
    mode: { type: String, enum: ['video', 'chat'], default: 'video' },
    reason: { type: String, default: '' },
    symptoms: { type: String, default: '' },
    comment: { type: String, default: '' },
    notes: { type: String, default: '' },
    summary: { type: String, default: '' },
    revision: { type: Number, default: 0 },
    rating: { type: Number, default: null },
    review: { type: String, default: '' },
    proposed: {
      type: new Schema(
        {
          startsAt: Date,
          endsAt: Date,
          timeZone: String,
          doctorCells: [Number],
          previousDoctorCells: [Number],
          answerBy: Date,
          previousStatus: String,
        },
        { _id: false },
      ),
      default: null,
    },
    history: [
      {
        _id: false,
        at: Date,
        by: String,
        actorId: Schema.Types.ObjectId,
        command: String,
        from: String,
        to: String,
        reason: String,
      },
    ],
    patientJoinedAt: { type: Date, default: null },
    hiddenFor: [Schema.Types.ObjectId],
    idempotencyKey: { type: String, default: null },
    idempotencyHash: { type: String, default: null },
  },
  { timestamps: true },
);

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

export const AppointmentModel = createModel('Appointment', appointmentSchema);
