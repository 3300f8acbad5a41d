import type { PeerRole } from '@health-connect/contract/consults';
import { Schema, type Types } from 'mongoose';
import { createModel } from '../../db/model.js';

/** One person's device in a consult, let in or waiting. */
export interface Seat {
  peerId: string;
  userId: string;
  deviceId: string;
  name: string;
  role: PeerRole;
  isAdmitted: boolean;
  since: Date;
  /** Since when the device has no connection; the seat is kept for a while. */
  goneAt: Date | null;
}

/** Who sits in the consult of an appointment: in the database, because several server processes seat people. */
export interface ConsultRecord {
  /** The appointment's id. */
  _id: Types.ObjectId;
  doctorId: Types.ObjectId;
  patientId: Types.ObjectId;
  seats: Seat[];
  /** Whom the doctor let in: a reload does not wait again. */
  admitted: string[];
  isLive: boolean;
  /** Since when doctor and patient have been together; null before, and once the room was closed. */
  begunAt: Date | null;
  /** When the doctor went out; null while they are in, and before they came. */
  doctorLeftAt: Date | null;
  /** Raised by every change, so that two at once cannot overwrite each other. */
  revision: number;
}

const account = { type: Schema.Types.ObjectId, ref: 'Account', required: true };

const consultSchema = new Schema<ConsultRecord>(
  {
    doctorId: account,
    patientId: account,
    seats: [
      {
        _id: false,
        peerId: String,
        userId: String,
        deviceId: String,
        name: String,
        role: String,
        isAdmitted: Boolean,
        since: Date,
        goneAt: { type: Date, default: null },
      },
    ],
    admitted: [String],
    isLive: { type: Boolean, default: false },
    begunAt: { type: Date, default: null },
    doctorLeftAt: { type: Date, default: null },
    revision: { type: Number, default: 0 },
  },
  { versionKey: false },
);
consultSchema.index({ isLive: 1 });

export const ConsultModel = createModel('Consult', consultSchema);
