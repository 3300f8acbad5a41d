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

export type JoinRoom = Infer<typeof joinRoom>;
export type LeaveRoom = Infer<typeof leaveRoom>;
export type PeerCommand = Infer<typeof peerCommand>;
export type SignalPeer = Infer<typeof signalPeer>;
export type ConsultMessage = Infer<typeof consultMessage>;
export type CloseRoom = Infer<typeof closeRoom>;

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
