import type { Appointment } from './appointments.js';
import type {
  AnswerCall,
  CallConnected,
  CallEndReason,
  CallRejection,
  CallUser,
  CallUserReply,
  EndCall,
  RejectCall,
  RelayCandidate,
  SignalCall,
} from './calls.js';
import type {
  CloseRoom,
  ConsultMessage,
  JoinReply,
  JoinRoom,
  LeaveRoom,
  LiveVisit,
  Peer,
  PeerCommand,
  PeerSignal,
  RoomClosedReason,
  SignalPeer,
  WaitingPatient,
  WaitingPeer,
  WatchVisits,
  WatchWaiting,
} from './consults.js';
import type { ErrorCode, FieldProblem } from './errors.js';
import type { Message, Receipt, SocketMessage, TypingTo } from './messages.js';
import type { Presence, WatchPresence } from './presence.js';
import type { IceCandidate, SessionDescription } from './rtc.js';

export interface SocketFailure {
  code: ErrorCode;
  message: string;
  errors?: FieldProblem[];
}

export type Reply<T> = { ok: true; data: T } | { ok: false; error: SocketFailure };
export type Ack<T> = (reply: Reply<T>) => void;
type Request<Payload, Data = null> = (payload: Payload, ack?: Ack<Data>) => void;

export interface ClientToServerEvents {
  'call-user': Request<CallUser, CallUserReply>;
  'answer-call': Request<AnswerCall>;
  'ice-candidate': Request<RelayCandidate>;
  'call-rejected': Request<RejectCall>;
  'call-end': Request<EndCall>;
  /** + renegotiation and ICE restart within an accepted call. */
  'call-signal': Request<SignalCall>;
  /** + media flows: the call is active. */
  'call-connected': Request<CallConnected>;

  'join-room': Request<JoinRoom, JoinReply>;
  'leave-room': Request<LeaveRoom>;
  /** + doctor. */
  admit: Request<PeerCommand>;
  'remove-peer': Request<PeerCommand>;
  /** + doctor: ends the consult for everyone; the appointment's status stays. */
  'close-room': Request<CloseRoom>;
  /** + doctor: who waits for me, in every visit. */
  'waiting-watch': Request<WatchWaiting, WaitingPatient[]>;
  /** + the visits of mine that go on, on whichever device. */
  'visits-watch': Request<WatchVisits, LiveVisit[]>;
  signal: Request<SignalPeer>;
  'chat-message': Request<ConsultMessage, Message>;

  'message-send': Request<SocketMessage, Message>;
  /** + this device has them. */
  'message-delivered': Request<Receipt>;
  /** + this person has seen them, in a visible, focused tab. */
  'message-read': Request<Receipt>;
  'typing-start': Request<TypingTo>;
  'typing-stop': Request<TypingTo>;
  'presence-watch': Request<WatchPresence, Presence[]>;
}

export interface ServerToClientEvents {
  'call-made': (payload: {
    callId: string;
    from: string;
    fromName: string;
    fromAvatar: string;
    offer: SessionDescription;
    appointmentId?: string;
    /** ISO 8601: when it stops ringing. */
    ringsUntil: string;
  }) => void;
  'call-answered': (payload: { callId: string; answer: SessionDescription }) => void;
  'ice-candidate': (payload: { from: string; callId?: string; candidate: IceCandidate }) => void;
  'call-rejected': (payload: { callId: string; reason: CallRejection }) => void;
  'call-end': (payload: { callId: string; reason: CallEndReason }) => void;
  /** + another device of yours answered or declined. */
  'call-taken': (payload: { callId: string }) => void;
  'call-signal': (payload: { callId: string; description: SessionDescription }) => void;
  /** + the other side lost its server connection, or is back. */
  'call-peer-state': (payload: { callId: string; connected: boolean }) => void;

  'existing-peers': (peers: Peer[]) => void;
  'peer-joined': (peer: Peer) => void;
  'peer-left': (peer: Peer) => void;
  'peer-waiting': (peer: WaitingPeer) => void;
  /** + the patient who waited went away. */
  'peer-waiting-left': (peer: WaitingPeer) => void;
  /** + to a waiting person: whether the doctor is there. */
  'doctor-present': (payload: { appointmentId: string; present: boolean }) => void;
  /** + to every device of a doctor: the whole list of who waits, on connect and on each change. */
  'waiting-changed': (waiting: WaitingPatient[]) => void;
  /** + to every device of a doctor or patient: the visits of theirs that go on, on connect and on each change. */
  'visits-changed': (visits: LiveVisit[]) => void;
  signal: (payload: PeerSignal) => void;
  'room-closed': (payload: { appointmentId: string; reason: RoomClosedReason }) => void;
  'chat-message': (message: Message) => void;

  'message-receive': (message: Message) => void;
  /** `by` has them up to `upTo`; also to the other devices of `by`, so that unread counts agree (`of`: whose messages). */
  'message-delivered': (payload: { by: string; of: string; upTo: number }) => void;
  'message-read': (payload: { by: string; of: string; upTo: number }) => void;
  'typing-start': (payload: { from: string }) => void;
  'typing-stop': (payload: { from: string }) => void;
  presence: (payload: Presence) => void;

  'appointment-changed': (appointment: Appointment) => void;
  /** + every socket of a session that ended is told why, then closed. */
  'session-ended': (payload: { reason: 'signed_out' | 'suspended' | 'password_changed' }) => void;
}

export type ClientEvent = keyof ClientToServerEvents;
export type ServerEvent = keyof ServerToClientEvents;

/** What a client says of itself in the handshake. Who it is comes from the session cookie (or `token`). */
export interface HandshakeAuth {
  /** Stable per tab, so that a reload or reconnect is the same device of a call. */
  deviceId?: string;
  token?: string;
}
