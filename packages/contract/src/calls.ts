import type { Person } from './accounts.js';
import { event, type PayloadOf, serverEvent } from './event.js';
import { id, oneOf, optional, paging } from './fields.js';
import { answers, nothing, pages, route } from './route.js';
import { iceCandidate, type IceCandidate, type SessionDescription, sessionDescription } from './rtc.js';

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

/** What rings at a device. */
export interface Ring {
  callId: string;
  from: string;
  fromName: string;
  fromAvatar: string;
  offer: SessionDescription;
  appointmentId?: string;
  /** ISO 8601: when it stops ringing. */
  ringsUntil: string;
}

/** People with a care relationship: patients and doctors. */
const CALLS = ['patient', 'doctor'] as const;

export const readCalls = route({
  method: 'get',
  path: '/calls',
  allow: CALLS,
  query: listCalls,
  answer: pages<CallRecord>(),
  summary: 'Calls and consults of whoever asks, latest first.',
});

export const callUser = event({
  name: 'call-user',
  allow: CALLS,
  payload: { to: id(), offer: sessionDescription(), appointmentId: optional(id()) },
  ack: answers<CallUserReply>(),
  errors: ['busy', 'unreachable'],
  summary: 'Rings somebody.',
});

export const answerCall = event({
  name: 'answer-call',
  allow: CALLS,
  payload: { to: id(), callId: id(), answer: sessionDescription() },
  ack: nothing(),
  errors: ['call_over'],
  summary: 'Accepts on this device.',
});

export const relayCandidate = event({
  name: 'ice-candidate',
  allow: CALLS,
  payload: { to: id(), callId: optional(id()), candidate: iceCandidate() },
  ack: nothing(),
  errors: ['call_over', 'invalid_transition'],
  summary: 'Passes a candidate on to the other device of an accepted call.',
});

export const rejectCall = event({
  name: 'call-rejected',
  allow: CALLS,
  payload: { to: id(), callId: id(), reason: optional(oneOf(['declined', 'busy', 'failed'])) },
  ack: nothing(),
  errors: ['call_over'],
  summary: 'Declines what rings.',
});

export const endCall = event({
  name: 'call-end',
  allow: CALLS,
  payload: { to: id(), callId: id(), reason: optional(oneOf(['completed', 'cancelled', 'failed'])) },
  ack: nothing(),
  errors: ['call_over'],
  summary: 'Hangs up, or calls no more.',
});

export const signalCall = event({
  name: 'call-signal',
  allow: CALLS,
  payload: { callId: id(), description: sessionDescription() },
  ack: nothing(),
  errors: ['call_over', 'invalid_transition'],
  summary: 'Renegotiation or ICE restart within an accepted call.',
});

export const callConnected = event({
  name: 'call-connected',
  allow: CALLS,
  payload: { callId: id() },
  ack: nothing(),
  errors: ['call_over', 'invalid_transition'],
  summary: 'Media flows: the call is active.',
});

export type CallUser = PayloadOf<typeof callUser>;
export type AnswerCall = PayloadOf<typeof answerCall>;
export type RelayCandidate = PayloadOf<typeof relayCandidate>;
export type RejectCall = PayloadOf<typeof rejectCall>;
export type EndCall = PayloadOf<typeof endCall>;
export type SignalCall = PayloadOf<typeof signalCall>;
export type CallConnected = PayloadOf<typeof callConnected>;

export const callMade = serverEvent({
  name: 'call-made',
  payload: answers<Ring>(),
  to: 'every device of whoever is called',
  summary: 'It rings.',
});

export const callAnswered = serverEvent({
  name: 'call-answered',
  payload: answers<{ callId: string; answer: SessionDescription }>(),
  to: 'the device that called',
  summary: 'The call was accepted.',
});

export const candidateRelayed = serverEvent({
  name: 'ice-candidate',
  payload: answers<{ from: string; callId?: string; candidate: IceCandidate }>(),
  to: 'the other device of an accepted call',
  summary: 'A candidate of the other side.',
});

export const callRejected = serverEvent({
  name: 'call-rejected',
  payload: answers<{ callId: string; reason: CallRejection }>(),
  to: 'the device that called',
  summary: 'It did not come to a talk.',
});

export const callEnded = serverEvent({
  name: 'call-end',
  payload: answers<{ callId: string; reason: CallEndReason }>(),
  to: 'the devices of the call, and those at which it rings',
  summary: 'The call is over.',
});

export const callTaken = serverEvent({
  name: 'call-taken',
  payload: answers<{ callId: string }>(),
  to: 'the other devices of whoever was called',
  summary: 'Another device of yours answered or declined.',
});

export const callSignalled = serverEvent({
  name: 'call-signal',
  payload: answers<{ callId: string; description: SessionDescription }>(),
  to: 'the other device of an accepted call',
  summary: 'Renegotiation or ICE restart of the other side.',
});

export const callPeerChanged = serverEvent({
  name: 'call-peer-state',
  payload: answers<{ callId: string; connected: boolean }>(),
  to: 'the other device of an accepted call',
  summary: 'The other side lost its server connection, or is back.',
});
