import type { Person } from './accounts.js';
import { id, type Infer, oneOf, optional, paging } from './fields.js';
import { iceCandidate, type SessionDescription, sessionDescription } from './rtc.js';

/** Nobody answers for this long: the call ends as missed. */
export const RING_SECONDS = 45;
/** A side that is gone for this long has left. */
export const GONE_SECONDS = 30;

export const CALL_STATES = ['ringing', 'connecting', 'active', 'ended'] as const;
export type CallState = (typeof CALL_STATES)[number];

export const END_REASONS = [
  'completed',
  'declined',
  'cancelled',
  'missed',
  'busy',
  'failed',
  'unreachable',
  'superseded',
] as const;
export type CallEndReason = (typeof END_REASONS)[number];

/** Why it did not come to a talk, to the caller. */
export type CallRejection = 'declined' | 'busy' | 'no_answer' | 'unreachable';

export const callUser = { to: id(), offer: sessionDescription(), appointmentId: optional(id()) };
export const answerCall = { to: id(), callId: id(), answer: sessionDescription() };
export const relayCandidate = { to: id(), callId: optional(id()), candidate: iceCandidate() };
export const rejectCall = { to: id(), callId: id(), reason: optional(oneOf(['declined', 'busy', 'failed'])) };
export const endCall = { to: id(), callId: id(), reason: optional(oneOf(['completed', 'cancelled', 'failed'])) };
/** Renegotiation, ICE restart or "media flows" within an accepted call. */
export const signalCall = { callId: id(), description: sessionDescription() };
export const callConnected = { callId: id() };

export type CallUser = Infer<typeof callUser>;
export type AnswerCall = Infer<typeof answerCall>;
export type RelayCandidate = Infer<typeof relayCandidate>;
export type RejectCall = Infer<typeof rejectCall>;
export type EndCall = Infer<typeof endCall>;
export type SignalCall = Infer<typeof signalCall>;
export type CallConnected = Infer<typeof callConnected>;

/** `accepted` where they were calling you: answer `offer` with `answer-call`. */
export type CallUserReply =
  { callId: string; state: 'ringing' } | { callId: string; state: 'accepted'; offer: SessionDescription };

export const listCalls = paging;

/** A row of `GET /calls`: what happened, never what was said. */
export interface CallRecord {
  _id: string;
  kind: 'call' | 'consult';
  direction: 'outgoing' | 'incoming';
  peer: Person;
  appointmentId: string | null;
  state: CallState;
  reason: CallEndReason | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  durationSeconds: number;
}
