import { ROLES } from '@health-connect/contract/roles';
import { mongo, type Types } from 'mongoose';
import { createBatcher } from '../lib/batch.js';
import { now } from '../lib/clock.js';
import { date, id, nullable, oneOf, type RecordOf, schemaOf, text } from './fields.js';
import { createModel } from './model.js';

/** Who looked at or changed what, and when. Never what it said: no medical text, no message. */
const auditFields = {
  at: date(),
  /** Null where the system acted. */
  actorId: nullable(id()),
  actorRole: oneOf([...ROLES, 'system']),
  /** Such as `patient.view` or `appointment.confirm`. */
  action: text(),
  subjectId: id(),
  /** The patient whom it is about. */
  patientId: id(),
  requestId: nullable(text()),
  /** Of an event, which is stored once however often it is told. */
  eventId: nullable(id()),
};
type AuditRecord = RecordOf<typeof auditFields>;

const auditSchema = schemaOf(auditFields);
auditSchema.index({ patientId: 1, at: -1 });
auditSchema.index({ eventId: 1 }, { unique: true, partialFilterExpression: { eventId: { $type: 'objectId' } } });

/** Append-only: nothing in the server updates or deletes a row. */
export const AuditModel = createModel('Audit', auditSchema, 'audit');

type Id = Types.ObjectId | string;
export type AuditEntry = Pick<AuditRecord, 'actorRole' | 'action'> & {
  actorId: Id | null;
  subjectId: Id;
  patientId: Id;
  requestId?: string;
  eventId?: Id;
  /** When it happened, where that was not now. */
  at?: Date;
};

const MOST = 200;
const store = createBatcher<object>(insertNew, MOST);

/** Resolves when the row is stored. Rows that come while others are being written go together in the next write. */
export const recordAudit = (entry: AuditEntry): Promise<void> => store({ at: new Date(now()), ...entry });

/** Rows of events that are stored already are left out. */
async function insertNew(rows: object[]): Promise<void> {
  try {
    await AuditModel.insertMany(rows, { ordered: false, throwOnValidationError: true });
  } catch (error) {
    const refused = error instanceof mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
    if (refused.length === 0 || refused.some(({ code }) => code !== 11000)) throw error;
  }
}
