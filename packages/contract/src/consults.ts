import type { ConsultMode } from './appointments.js';
import { event, type PayloadOf, serverEvent } from './event.js';
import { id, optional, rawText, text } from './fields.js';
import type { Message } from './messages.js';
import { answers, nothing } from './route.js';
import { iceCandidate, type IceCandidate, sessionDescription, type SessionDescription } from './rtc.js';

/** The join button opens this long before the start, and stays until this long after the end. */
export const JOIN_EARLY_MINUTES = 15;
export const JOIN_LATE_MINUTES = 60;
/** A mesh of more is too much for a phone. */
export const MAX_PARTICIPANTS = 4;

export type PeerRole = 'doctor' | 'patient' | 'guest';

/** Someone in a consult. `peerId` is opaque; the same tab gets the same one again. */
export interface Peer {
  peerId: string;
  name: string;
  role: PeerRole;
}

export interface WaitingPeer extends Peer {
  appointmentId: string;
  /** ISO 8601. */
  since: string;
}

/** Somebody who waits for a doctor, as every page of that doctor tells of them. Nothing medical. */
export interface WaitingPatient extends WaitingPeer {
  patientId: string;
  avatar: string;
  /** ISO 8601. */
  startsAt: string;
  mode: ConsultMode;
  /** The doctor is in that room and sees it there. */
  doctorPresent: boolean;
}

/** A consult that goes on: the patient was let in, and nobody has ended it. Its two people can return to it. */
export interface LiveConsult {
  appointmentId: string;
  with: { _id: string; name: string; avatar: string };
  /** ISO 8601: since when the two have been together. */
  startedAt: string;
  /** ISO 8601: when its door closes; null while somebody is inside, who keeps it open. */
  until: string | null;
}

export interface JoinReply {
  self: Peer;
  waiting: boolean;
  /** Who is let in already: the newcomer makes the offers. Empty while waiting. */
  peers: Peer[];
  /** For the doctor: who waits. */
  waitingPeers: WaitingPeer[];
  /** For the patient: whether the doctor is in the room, so that waiting can be explained. */
  doctorPresent: boolean;
}

export interface PeerSignal {
  from: string;
  description?: SessionDescription;
  candidate?: IceCandidate;
}

export type RoomClosedReason = 'ended' | 'cancelled' | 'removed' | 'completed' | 'taken_over' | 'window_closed';

const MEETS = ['patient', 'doctor'] as const;
const peer = { appointmentId: id(), peerId: rawText({ max: 64 }) };

export const joinRoom = event({
  name: 'join-room',
  allow: MEETS,
  payload: { appointmentId: id(), guestToken: optional(rawText({ max: 500 })) },
  ack: answers<JoinReply>(),
  errors: ['not_open', 'room_full'],
  summary: 'Comes into a consult: the doctor inside, the patient to wait.',
});

export const leaveRoom = event({
  name: 'leave-room',
  allow: MEETS,
  payload: { appointmentId: id() },
  ack: nothing(),
  summary: 'Leaves a consult; nothing happens to who is not in it.',
});

export const admitPeer = event({
  name: 'admit',
  allow: ['doctor'],
  payload: peer,
  ack: nothing(),
  errors: ['room_full'],
  summary: 'Lets somebody in who waits.',
});

export const removePeer = event({
  name: 'remove-peer',
  allow: ['doctor'],
  payload: peer,
  ack: nothing(),
  summary: 'Puts somebody out.',
});

export const closeRoom = event({
  name: 'close-room',
  allow: ['doctor'],
  payload: { appointmentId: id() },
  ack: nothing(),
  summary: 'Ends the consult for everyone; the status of the appointment stays.',
});

export const signalPeer = event({
  name: 'signal',
  allow: MEETS,
  payload: {
    to: rawText({ max: 64 }),
    description: optional(sessionDescription()),
    candidate: optional(iceCandidate()),
  },
  ack: nothing(),
  summary: 'Passes a description or a candidate on to a peer of the same consult.',
});

export const sendChatMessage = event({
  name: 'chat-message',
  allow: MEETS,
  payload: { appointmentId: id(), text: text({ max: 4000 }) },
  ack: answers<Message>(),
  errors: ['quota_exceeded'],
  summary: 'Writes in the side chat of a consult.',
});

export const watchWaiting = event({
  name: 'waiting-watch',
  allow: ['doctor'],
  payload: {},
  ack: answers<WaitingPatient[]>(),
  summary: 'Who waits for the doctor who asks, in every consult.',
});

export const watchConsults = event({
  name: 'consults-watch',
  allow: MEETS,
  payload: {},
  ack: answers<LiveConsult[]>(),
  summary: 'The consults of whoever asks that go on, on whichever device.',
});

export type JoinRoom = PayloadOf<typeof joinRoom>;
export type LeaveRoom = PayloadOf<typeof leaveRoom>;
export type PeerCommand = PayloadOf<typeof admitPeer>;
export type SignalPeer = PayloadOf<typeof signalPeer>;
export type ConsultMessage = PayloadOf<typeof sendChatMessage>;
export type CloseRoom = PayloadOf<typeof closeRoom>;

export const existingPeers = serverEvent({
  name: 'existing-peers',
  payload: answers<Peer[]>(),
  to: 'whoever was let in',
  summary: 'Who is inside already.',
});

export const peerJoined = serverEvent({
  name: 'peer-joined',
  payload: answers<Peer>(),
  to: 'those inside a consult',
  summary: 'Somebody was let in.',
});

export const peerLeft = serverEvent({
  name: 'peer-left',
  payload: answers<Peer>(),
  to: 'those inside a consult',
  summary: 'Somebody left, or is gone.',
});

export const peerWaiting = serverEvent({
  name: 'peer-waiting',
  payload: answers<WaitingPeer>(),
  to: 'every device of the doctor',
  summary: 'Somebody waits.',
});

export const peerWaitingLeft = serverEvent({
  name: 'peer-waiting-left',
  payload: answers<WaitingPeer>(),
  to: 'every device of the doctor',
  summary: 'Who waited went away.',
});

export const doctorPresent = serverEvent({
  name: 'doctor-present',
  payload: answers<{ appointmentId: string; present: boolean }>(),
  to: 'those who wait, and those inside',
  summary: 'Whether the doctor is there.',
});

export const waitingChanged = serverEvent({
  name: 'waiting-changed',
  payload: answers<WaitingPatient[]>(),
  to: 'every device of a doctor, on connect and on each change',
  summary: 'The whole list of who waits.',
});

export const consultsChanged = serverEvent({
  name: 'consults-changed',
  payload: answers<LiveConsult[]>(),
  to: 'every device of a doctor or patient, on connect and on each change',
  summary: 'The consults of theirs that go on.',
});

export const peerSignalled = serverEvent({
  name: 'signal',
  payload: answers<PeerSignal>(),
  to: 'the peer that it names',
  summary: 'A description or candidate of another peer.',
});

export const roomClosed = serverEvent({
  name: 'room-closed',
  payload: answers<{ appointmentId: string; reason: RoomClosedReason }>(),
  to: 'whoever is out of the consult with it',
  summary: 'The consult is over for them.',
});

export const chatMessageSent = serverEvent({
  name: 'chat-message',
  payload: answers<Message>(),
  to: 'those inside a consult',
  summary: 'Somebody wrote in its side chat.',
});
