import type { VisitMode } from './appointments.js';
import { id, type Infer, optional, rawText, text } from './fields.js';
import { iceCandidate, type IceCandidate, sessionDescription, type SessionDescription } from './rtc.js';

/** The join button opens this long before the start, and stays until this long after the end. */
export const JOIN_EARLY_MINUTES = 15;
export const JOIN_LATE_MINUTES = 60;
/** A mesh of more is too much for a phone. */
export const MAX_PARTICIPANTS = 4;

export const joinRoom = { appointmentId: id(), guestToken: optional(rawText({ max: 500 })) };
export const leaveRoom = { appointmentId: id() };
export const peerCommand = { appointmentId: id(), peerId: rawText({ max: 64 }) };
export const signalPeer = {
  to: rawText({ max: 64 }),
  description: optional(sessionDescription()),
  candidate: optional(iceCandidate()),
};
export const consultMessage = { appointmentId: id(), text: text({ max: 4000 }) };
export const closeRoom = { appointmentId: id() };
/** Whoever asks is all that these need to know. */
export const watchWaiting = {};
export const watchVisits = {};

export type JoinRoom = Infer<typeof joinRoom>;
export type LeaveRoom = Infer<typeof leaveRoom>;
export type PeerCommand = Infer<typeof peerCommand>;
export type SignalPeer = Infer<typeof signalPeer>;
export type ConsultMessage = Infer<typeof consultMessage>;
export type CloseRoom = Infer<typeof closeRoom>;
export type WatchWaiting = Infer<typeof watchWaiting>;
export type WatchVisits = Infer<typeof watchVisits>;

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
  mode: VisitMode;
  /** The doctor is in that room and sees it there. */
  doctorPresent: boolean;
}

/** A visit that goes on: the patient was let in, and nobody has ended it. Its two people can return to it. */
export interface LiveVisit {
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
