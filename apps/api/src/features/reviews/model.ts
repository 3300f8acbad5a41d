import { Schema, type Types } from 'mongoose';
import { createModel } from '../../db/model.js';

export interface ReviewRecord {
  _id: Types.ObjectId;
  appointmentId: Types.ObjectId;
  doctorId: Types.ObjectId;
  patientId: Types.ObjectId;
  /** First name only, as it was then. */
  author: string;
  rating: number;
  comment: string;
  createdAt: Date;
}

const required = { type: Schema.Types.ObjectId, required: true };

const reviewSchema = new Schema<ReviewRecord>({
  appointmentId: required,
  doctorId: required,
  patientId: required,
  author: { type: String, required: true },
  rating: { type: Number, required: true, min: 1, max: 5 },
  comment: { type: String, default: '' },
  createdAt: { type: Date, required: true },
});
// Once per appointment, whichever way and however often it is sent.
reviewSchema.index({ appointmentId: 1 }, { unique: true });
reviewSchema.index({ doctorId: 1, createdAt: -1, _id: -1 });

export const ReviewModel = createModel('Review', reviewSchema);
