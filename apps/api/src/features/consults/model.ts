import type { PeerRole } from '@health-connect/contract/consults';
import {
  date,
  flag,
  id,
  list,
  listOf,
  nullable,
  number,
  type PartOf,
  type RecordOf,
  ref,
  schemaOf,
  text,
} from '../../db/fields.js';
import { createModel } from '../../db/model.js';

/** One person's device in a consult, let in or waiting. */
const seatFields = {
  peerId: text(),
  userId: text(),
  deviceId: text(),
  name: text(),
  role: text<PeerRole>(),
  isAdmitted: flag(),
  since: date(),
  /** Since when the device has no connection; the seat is kept for a while. */
  goneAt: nullable(date()),
};
export type Seat = PartOf<typeof seatFields>;

/** Who sits in the consult of an appointment: in the database, because several server processes seat people. */
const consultFields = {
  /** The appointment's id. */
  _id: id(),
  doctorId: ref('Account'),
  patientId: ref('Account'),
  seats: listOf(seatFields),
  /** Whom the doctor let in: a reload does not wait again. */
  admitted: list(text()),
  isLive: flag({ default: false }),
  /** Since when doctor and patient have been together; null before, and once the room was closed. */
  begunAt: nullable(date()),
  /** When the doctor went out; null while they are in, and before they came. */
  doctorLeftAt: nullable(date()),
  /** Raised by every change, so that two at once cannot overwrite each other. */
  revision: number({ default: 0 }),
};
export type ConsultRecord = RecordOf<typeof consultFields>;

const consultSchema = schemaOf(consultFields, { versionKey: false });
consultSchema.index({ isLive: 1 });

export const ConsultModel = createModel('Consult', consultSchema);
