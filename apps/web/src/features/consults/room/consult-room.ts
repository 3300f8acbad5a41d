import {
  admitPeer,
  closeRoom,
  doctorPresent,
  existingPeers,
  joinRoom,
  leaveRoom,
  type Peer,
  peerJoined,
  peerLeft,
  peerSignalled,
  peerWaiting,
  peerWaitingLeft,
  removePeer,
  type RoomClosedReason,
  roomClosed,
  signalPeer,
  type WaitingPeer,
} from '@health-connect/contract/consults';
import { isApiError, isPassing } from '../../../lib/api-error.js';
import type { LiveLink } from '../../../lib/live-link.js';
import { createObservable, type MutableObservable, type Observable } from '../../../lib/observable.js';
import type { QualityMode } from '../../../media/quality.js';
import { createRoomMesh, type PeerInRoom, type RoomMesh } from '../../../media/room-mesh.js';
import type { LocalTracks } from '../../../media/sources.js';

/** Where this person stands in the consult of an appointment. */
export type RoomState =
  | { at: 'joining' }
  /** The doctor has not let them in yet. */
  | { at: 'waiting'; doctorPresent: boolean }
  /** `waiting`, for the doctor: who has not been let in. */
  | { at: 'inside'; doctorPresent: boolean; waiting: readonly WaitingPeer[] }
  | { at: 'closed'; reason: RoomClosedReason }
  /** It could not be joined; `retry` tries again. */
  | { at: 'failed'; error: unknown };

export interface ConsultRoomOptions {
  appointmentId: string;
  link: LiveLink;
  iceServers: RTCIceServer[];
  fetchIceServers: () => Promise<RTCIceServer[]>;
  createMesh?: typeof createRoomMesh<Peer>;
}

/** The consult of one appointment as this tab takes part in it: waiting room, then a connection to each other person. */
export interface ConsultRoom extends Observable<RoomState> {
  /** Who else is inside, with their pictures. */
  people: Observable<readonly PeerInRoom<Peer>[]>;
  publish(tracks: LocalTracks): void;
  setQualityMode(mode: QualityMode): void;
  /** Doctor: lets somebody in who waits. */
  admit(peerId: string): Promise<void>;
  /** Doctor: sends somebody out. */
  remove(peerId: string): Promise<void>;
  /** Doctor: ends it for everyone. */
  closeForAll(): Promise<void>;
  retry(): void;
  /** Goes, and ends every connection; nothing is left listening (CALL-16). */
  leave(): void;
}

export const joinConsult = (options: ConsultRoomOptions): ConsultRoom => new LiveConsult(options);

class LiveConsult implements ConsultRoom {
  #state: MutableObservable<RoomState> = createObservable<RoomState>({ at: 'joining' });
  #mesh: RoomMesh<Peer>;
  #stops: (() => void)[];
  /** The server let us in before its answer to the joining came. */
  #letIn = false;
  #attempt = 0;

  constructor(private readonly options: ConsultRoomOptions) {
    const { link, iceServers, fetchIceServers, createMesh = createRoomMesh<Peer> } = options;
    this.#mesh = createMesh({
      iceServers,
      fetchIceServers,
      // A signal that is lost with the server connection is made up for by the recovery of the session.
      signal: (to, signal) => void link.send(signalPeer, { to, ...signal }).catch(() => undefined),
    });
    this.#stops = [...this.#listen(link), link.onConnect(() => void this.#join())];
    void this.#join();
  }

  get = () => this.#state.get();
  subscribe = (listener: (state: RoomState) => void) => this.#state.subscribe(listener);
  get people() {
    return this.#mesh;
  }

  publish(tracks: LocalTracks) {
    this.#mesh.publish(tracks);
  }

  setQualityMode(mode: QualityMode) {
    this.#mesh.setQualityMode(mode);
  }

  async admit(peerId: string) {
    const { link, appointmentId } = this.options;
    await link.send(admitPeer, { appointmentId, peerId });
  }

  async remove(peerId: string) {
    const { link, appointmentId } = this.options;
    await link.send(removePeer, { appointmentId, peerId });
  }

  async closeForAll() {
    const { link, appointmentId } = this.options;
    await link.send(closeRoom, { appointmentId });
  }

  retry() {
    if (this.get().at !== 'failed') return;
    this.#state.set({ at: 'joining' });
    void this.#join();
  }

  leave() {
    const { link, appointmentId } = this.options;
    const seated = this.get().at !== 'closed';
    this.#close();
    this.#state.end();
    // A server that does not hear it notices by itself that this tab is gone.
    if (seated) void link.send(leaveRoom, { appointmentId }).catch(() => undefined);
  }

  /** Also after the server connection was lost: the server has the same seat for us, and the media went on. */
  async #join() {
    const { link, appointmentId } = this.options;
    const attempt = ++this.#attempt;
    const isLatest = () => attempt === this.#attempt && this.get().at !== 'closed';
    this.#letIn = false;
    try {
      const { waiting, peers, waitingPeers, ...room } = await link.send(joinRoom, { appointmentId });
      if (!isLatest()) return;
      if (waiting && !this.#letIn) return this.#state.set({ at: 'waiting', doctorPresent: room.doctorPresent });
      this.#state.set({ at: 'inside', doctorPresent: room.doctorPresent, waiting: waitingPeers });
      if (!waiting) this.#mesh.enter(peers);
    } catch (error) {
      // Inside, a silent server is no reason to go: the media flows, and the next connect joins again.
      if (isLatest() && (this.get().at === 'joining' || isRefusal(error))) this.#state.set({ at: 'failed', error });
    }
  }

  #listen(link: LiveLink) {
    const { appointmentId } = this.options;
    return [
      link.listen(existingPeers, (peers) => this.#enter(peers)),
      link.listen(peerJoined, (peer) => {
        this.#forgetWaiting(peer.peerId);
        this.#mesh.peerJoined(peer);
      }),
      link.listen(peerLeft, ({ peerId }) => this.#mesh.peerLeft(peerId)),
      link.listen(peerSignalled, ({ from, ...signal }) => this.#mesh.receive(from, signal)),
      link.listen(peerWaiting, (peer) => {
        if (peer.appointmentId !== appointmentId) return;
        this.#forgetWaiting(peer.peerId);
        const state = this.get();
        if (state.at === 'inside') this.#state.set({ ...state, waiting: [...state.waiting, peer] });
      }),
      link.listen(peerWaitingLeft, ({ peerId }) => this.#forgetWaiting(peerId)),
      link.listen(doctorPresent, (told) => {
        const state = this.get();
        const concerns = told.appointmentId === appointmentId && (state.at === 'waiting' || state.at === 'inside');
        if (concerns) this.#state.set({ ...state, doctorPresent: told.present });
      }),
      link.listen(roomClosed, (told) => {
        if (told.appointmentId !== appointmentId) return;
        this.#close();
        this.#state.set({ at: 'closed', reason: told.reason });
      }),
    ];
  }

  #enter(peers: readonly Peer[]) {
    const state = this.get();
    if (state.at === 'closed') return;
    this.#letIn = true;
    if (state.at === 'waiting') this.#state.set({ at: 'inside', doctorPresent: true, waiting: [] });
    this.#mesh.enter(peers);
  }

  #forgetWaiting(peerId: string) {
    const state = this.get();
    if (state.at !== 'inside' || !state.waiting.some((peer) => peer.peerId === peerId)) return;
    this.#state.set({ ...state, waiting: state.waiting.filter((peer) => peer.peerId !== peerId) });
  }

  #close() {
    this.#attempt += 1;
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#mesh.close();
  }
}

/** The server understood and said no; trying again as it is will not help. */
const isRefusal = (error: unknown) => isApiError(error) && !isPassing(error);
