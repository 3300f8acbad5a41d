import { CALL_STATES, type CallState, END_REASONS } from '@health-connect/contract/calls';
import type { SessionDescription } from '@health-connect/contract/rtc';
import { date, flag, id, list, nullable, oneOf, part, type RecordOf, ref, schemaOf, text } from '../../db/fields.js';
import { createModel } from '../../db/model.js';
import { eventFields, indexOutbox, outboxFields } from '../../db/outbox-fields.js';

export const LIVE_STATES = ['ringing', 'connecting', 'active'] as const satisfies readonly CallState[];
export const ACCEPTED_STATES = ['connecting', 'active'] as const satisfies readonly CallState[];

/** A ringing call, or the talk of a consult: who, when, how long, why it ended. */
const callFields = {
  kind: oneOf(['call', 'consult']),
  /** Of a consult: the doctor. */
  callerId: ref('Account'),
  calleeId: ref('Account'),
  /** Both, for the indexes. */
  participants: list(ref('Account')),
  appointmentId: nullable(id()),
  state: oneOf(CALL_STATES),
  reason: nullable(oneOf(END_REASONS)),
  /** Its end, of which others are told: what it was before, and which device of the callee declined. */
  ending: nullable(part({ ...eventFields, from: nullable(oneOf(CALL_STATES)), byDevice: nullable(text()) })),
  ...outboxFields,
  /** Only while it rings, for a device of the callee that comes late; it carries no network address. */
  offer: nullable(part({ type: text<SessionDescription['type']>(), sdp: text() })),
  callerDevice: nullable(text()),
  /** The device that accepted. */
  calleeDevice: nullable(text()),
  /** Whether the accepting device has sent its answer. */
  answered: flag({ default: false }),
  startedAt: date(),
  ringsUntil: nullable(date()),
  answeredAt: nullable(date()),
  endedAt: nullable(date()),
  /** Since when that side's device has no connection to any server process. */
  callerGoneAt: nullable(date()),
  calleeGoneAt: nullable(date()),
};
export type CallRecord = RecordOf<typeof callFields>;

const callSchema = schemaOf(callFields, { versionKey: false });

// Nobody is in two live calls: whoever races, the database refuses the second (behaviours.md, CALL-6).
callSchema.index(
  { participants: 1 },
  { unique: true, partialFilterExpression: { kind: 'call', state: { $in: [...LIVE_STATES] } } },
);
callSchema.index({ participants: 1, startedAt: -1 });
callSchema.index({ state: 1, ringsUntil: 1 });
indexOutbox(callSchema);
// One row for all the talking of one appointment.
callSchema.index({ appointmentId: 1 }, { unique: true, partialFilterExpression: { kind: 'consult' } });

export const CallModel = createModel('Call', callSchema);
