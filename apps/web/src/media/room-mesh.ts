import { adaptQuality, type AdaptiveQuality, type AdaptiveState } from './adaptive-quality.js';
import type { Clock } from '../lib/clock.js';
import { createObservable, type Observable } from '../lib/observable.js';
import { createPeerSession, type PeerSession, type PeerSnapshot } from './peer-session.js';
import type { QualityMode } from './quality.js';
import { sessionIdOf, type Signal } from './sdp.js';
import { type LocalTracks, NO_TRACKS } from './sources.js';

const MOST_EARLY_SIGNALS = 100;

/** Someone else in the room, as far as the mesh cares; whatever else is known of them is carried along. */
export interface RoomPeer {
  peerId: string;
}

export type PeerInRoom<P extends RoomPeer> = P & PeerSnapshot & { quality: AdaptiveState; session: PeerSession };

export interface RoomMeshOptions {
  iceServers: RTCIceServer[];
  fetchIceServers?: () => Promise<RTCIceServer[]>;
  relayOnly?: boolean;
  /** Sends a signal to one person of the room. */
  signal(to: string, signal: Signal): void;
  clock?: Clock;
}

/** One connection to each other person of a consult room. The value is who is there, in the order they came. */
export interface RoomMesh<P extends RoomPeer> extends Observable<readonly PeerInRoom<P>[]> {
  /** We came into the room, or back: offers to everyone in it, keeps what still works, drops who is gone. */
  enter(peers: readonly P[]): void;
  /** Someone came into the room, or back: they will make the offer. */
  peerJoined(peer: P): void;
  peerLeft(peerId: string): void;
  receive(from: string, signal: Signal): void;
  publish(tracks: LocalTracks): void;
  /** How much we send to everyone; each connection adapts by itself within that. */
  setQualityMode(mode: QualityMode): void;
  close(): void;
}

export function createRoomMesh<P extends RoomPeer>(options: RoomMeshOptions): RoomMesh<P> {
  return new Mesh<P>(options);
}

interface Member<P> {
  peer: P;
  session: PeerSession;
  quality: AdaptiveQuality;
  polite: boolean;
  /** The server says they are in the room. One it does not know (it restarted) stays for as long as the media flows. */
  listed: boolean;
  /** The o= session id of their last description: it tells a reloaded page from the one we know. */
  remoteId: string | null;
}

class Mesh<P extends RoomPeer> implements RoomMesh<P> {
  #members = new Map<string, Member<P>>();
  #early: { from: string; signal: Signal }[] = [];
  #people = createObservable<readonly PeerInRoom<P>[]>([]);
  #tracks: LocalTracks = NO_TRACKS;
  #mode: QualityMode = 'auto';
  #closed = false;

  constructor(private readonly options: RoomMeshOptions) {}

  get = () => this.#people.get();
  subscribe = (listener: (people: readonly PeerInRoom<P>[]) => void) => this.#people.subscribe(listener);

  enter(peers: readonly P[]) {
    if (this.#closed) return;
    const there = new Set(peers.map(({ peerId }) => peerId));
    for (const [peerId, member] of [...this.#members]) {
      member.listed = there.has(peerId);
      this.#dropIfGone(peerId);
    }
    for (const peer of peers) {
      // The newcomer offers and is impolite; whoever was there first is polite. So both know without a word.
      if (!this.#keeps(peer.peerId, false)) this.#offerTo(peer);
    }
  }

  peerJoined(peer: P) {
    if (this.#closed || this.#keeps(peer.peerId, true)) return;
    this.#connect(peer, true);
    const early = this.#early.filter(({ from }) => from === peer.peerId);
    this.#early = this.#early.filter(({ from }) => from !== peer.peerId);
    for (const { signal } of early) this.receive(peer.peerId, signal);
  }

  peerLeft(peerId: string) {
    const member = this.#members.get(peerId);
    this.#members.delete(peerId);
    if (member) end(member);
    this.#early = this.#early.filter(({ from }) => from !== peerId);
    this.#show();
  }

  receive(from: string, signal: Signal) {
    if (this.#closed) return;
    const member = this.#members.get(from);
    if (!member) {
      if (this.#early.length < MOST_EARLY_SIGNALS) this.#early.push({ from, signal });
      return;
    }
    const { description } = signal;
    const remoteId = description?.sdp ? sessionIdOf(description.sdp) : member.remoteId;
    const isAnother = member.remoteId !== null && remoteId !== member.remoteId;
    // They have begun a new connection, which the old one of ours cannot join.
    if (isAnother && description?.type === 'answer') return this.#offerTo(member.peer);
    const session = isAnother ? this.#connect(member.peer, true) : member.session;
    this.#members.get(from)!.remoteId = remoteId;
    void session.receive(signal);
  }

  publish(tracks: LocalTracks) {
    this.#tracks = tracks;
    for (const { session } of this.#members.values()) session.publish(tracks);
  }

  setQualityMode(mode: QualityMode) {
    this.#mode = mode;
    for (const { quality } of this.#members.values()) quality.setMode(mode);
  }

  close() {
    this.#closed = true;
    for (const peerId of [...this.#members.keys()]) this.peerLeft(peerId);
    this.#people.end();
  }

  /** Media outlives the server connection: coming back to the room touches neither it nor a connection being made. */
  #keeps(peerId: string, polite: boolean) {
    const member = this.#members.get(peerId);
    if (!member) return false;
    member.listed = true;
    const { status } = member.session.get().state;
    const pending = status === 'new' || status === 'connecting';
    return status === 'connected' || (pending && member.polite === polite);
  }

  #offerTo(peer: P) {
    const session = this.#connect(peer, false);
    // It rejects only when it was closed meanwhile.
    void session.start().catch(() => undefined);
  }

  #connect(peer: P, polite: boolean): PeerSession {
    const before = this.#members.get(peer.peerId);
    if (before) end(before);
    const { iceServers, fetchIceServers, relayOnly, clock } = this.options;
    const send = (signal: Signal) => this.options.signal(peer.peerId, signal);
    const session = createPeerSession({ iceServers, fetchIceServers, relayOnly, clock, polite, send });
    const quality = adaptQuality(session, { mode: this.#mode, clock });
    this.#members.set(peer.peerId, { peer, session, quality, polite, listed: true, remoteId: null });
    session.publish(this.#tracks);
    session.subscribe(() => {
      this.#dropIfGone(peer.peerId);
      this.#show();
    });
    quality.subscribe(() => this.#show());
    this.#show();
    return session;
  }

  #dropIfGone(peerId: string) {
    const member = this.#members.get(peerId);
    if (member && !member.listed && member.session.get().state.status !== 'connected') this.peerLeft(peerId);
  }

  #show() {
    this.#people.set(
      [...this.#members.values()].map(({ peer, session, quality }) => ({
        ...peer,
        ...session.get(),
        quality: quality.get(),
        session,
      })),
    );
  }
}

function end({ session, quality }: Member<unknown>) {
  quality.stop();
  session.close();
}
