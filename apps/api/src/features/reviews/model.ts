import { date, id, number, type RecordOf, schemaOf, text } from '../../db/fields.js';
import { createModel } from '../../db/model.js';

const reviewFields = {
  appointmentId: id(),
  doctorId: id(),
  patientId: id(),
  /** First name only, as it was then. */
  author: text(),
  rating: number({ min: 1, max: 5 }),
  comment: text({ default: '' }),
  createdAt: date(),
};
export type ReviewRecord = RecordOf<typeof reviewFields>;

const reviewSchema = schemaOf(reviewFields);
// Once per appointment, whichever way and however often it is sent.
reviewSchema.index({ appointmentId: 1 }, { unique: true });
reviewSchema.index({ doctorId: 1, createdAt: -1, _id: -1 });

export const ReviewModel = createModel('Review', reviewSchema);
