import type { Role } from '@health-connect/contract/accounts';
import { model, Schema, type Types } from 'mongoose';

/** Who looked at or changed what, and when. Never what it said: no medical text, no message. */
interface AuditRecord {
  _id: Types.ObjectId;
  at: Date;
  /** Null where the system acted. */
  actorId: Types.ObjectId | null;
  actorRole: Role | 'system';
  /** Such as `patient.view` or `appointment.confirm`. */
  action: string;
  subjectId: Types.ObjectId;
  /** The patient whom it is about. */
  patientId: Types.ObjectId;
  requestId: string | null;
}

const auditSchema = new Schema<AuditRecord>({
  at: { type: Date, required: true },
  actorId: { type: Schema.Types.ObjectId, default: null },
  actorRole: { type: String, required: true },
  action: { type: String, required: true },
  subjectId: { type: Schema.Types.ObjectId, required: true },
  patientId: { type: Schema.Types.ObjectId, required: true },
  requestId: { type: String, default: null },
});
auditSchema.index({ patientId: 1, at: -1 });

/** Append-only: nothing in the server updates or deletes a row. */
export const AuditModel = model('Audit', auditSchema, 'audit');
