import { type CallEndReason, CALL_STATES, type CallState, END_REASONS } from '@health-connect/contract/calls';
import type { SessionDescription } from '@health-connect/contract/rtc';
import { Schema, type Types } from 'mongoose';
import { createModel } from '../../db/model.js';

export const LIVE_STATES = ['ringing', 'connecting', 'active'] as const satisfies readonly CallState[];
export const ACCEPTED_STATES = ['connecting', 'active'] as const satisfies readonly CallState[];

/** A ringing call, or the talk of a consult: who, when, how long, why it ended. */
export interface CallRecord {
  _id: Types.ObjectId;
  kind: 'call' | 'consult';
  /** Of a consult: the doctor. */
  callerId: Types.ObjectId;
  calleeId: Types.ObjectId;
  /** Both, for the indexes. */
  participants: Types.ObjectId[];
  appointmentId: Types.ObjectId | null;
  state: CallState;
  reason: CallEndReason | null;
  /** Only while it rings, for a device of the callee that comes late; it carries no network address. */
  offer: SessionDescription | null;
  callerDevice: string | null;
  /** The device that accepted. */
  calleeDevice: string | null;
  /** Whether the accepting device has sent its answer. */
  answered: boolean;
  startedAt: Date;
  ringsUntil: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** Since when that side's device has no connection to any server process. */
  callerGoneAt: Date | null;
  calleeGoneAt: Date | null;
}

const person = { type: Schema.Types.ObjectId, ref: 'Account', required: true };
const instant = { type: Date, default: null };

const callSchema = new Schema<CallRecord>(
  {
    kind: { type: String, enum: ['call', 'consult'], required: true },
    callerId: person,
    calleeId: person,
    participants: [person],
    appointmentId: { type: Schema.Types.ObjectId, default: null },
    state: { type: String, enum: CALL_STATES, required: true },
    reason: { type: String, enum: [...END_REASONS, null], default: null },
    offer: { type: new Schema({ type: String, sdp: String }, { _id: false, typeKey: '$type' }), default: null },
    callerDevice: { type: String, default: null },
    calleeDevice: { type: String, default: null },
    answered: { type: Boolean, default: false },
    startedAt: { type: Date, required: true },
    ringsUntil: instant,
    answeredAt: instant,
    endedAt: instant,
    callerGoneAt: instant,
    calleeGoneAt: instant,
  },
  { versionKey: false },
);

// Nobody is in two live calls: whoever races, the database refuses the second (behaviours.md, CALL-6).
callSchema.index(
  { participants: 1 },
  { unique: true, partialFilterExpression: { kind: 'call', state: { $in: [...LIVE_STATES] } } },
);
callSchema.index({ participants: 1, startedAt: -1 });
callSchema.index({ state: 1, ringsUntil: 1 });
// One row for all the talking of one appointment.
callSchema.index({ appointmentId: 1 }, { unique: true, partialFilterExpression: { kind: 'consult' } });

export const CallModel = createModel('Call', callSchema);
