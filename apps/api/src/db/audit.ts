import type { Role } from '@health-connect/contract/accounts';
import { Schema, type Types } from 'mongoose';
import { now } from '../lib/clock.js';
import { createModel } from './model.js';

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
export const AuditModel = createModel('Audit', auditSchema, 'audit');

type Id = Types.ObjectId | string;
export type AuditEntry = Pick<AuditRecord, 'actorRole' | 'action'> & {
  actorId: Id | null;
  subjectId: Id;
  patientId: Id;
  requestId?: string;
};

let waiting: { rows: object[]; written: Promise<unknown> } | null = null;
let writing: Promise<unknown> = Promise.resolve();

/** Resolves when the row is stored. Rows that come while others are being written go together in the next write. */
export async function recordAudit(entry: AuditEntry): Promise<void> {
  const batch = (waiting ??= nextBatch());
  batch.rows.push({ ...entry, at: new Date(now()) });
  await batch.written;
}

function nextBatch() {
  const rows: object[] = [];
  const written = writing.then(() => {
    waiting = null;
    return AuditModel.insertMany(rows);
  });
  writing = written.catch(() => {});
  return { rows, written };
}
