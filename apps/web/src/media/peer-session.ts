import type { SessionDescription } from '@health-connect/contract/rtc';
import { browserClock, type Clock, within } from '../lib/clock.js';
import { IncomingCandidates } from './incoming-candidates.js';
import { MediaSlots } from './media-slots.js';
import { Negotiation } from './negotiation.js';
import { createObservable, type MutableObservable, type Observable } from '../lib/observable.js';
import { OutgoingCandidates } from './outgoing-candidates.js';
import { applyQuality, type QualityLevel } from './quality.js';
import { type PeerState, Recovery } from './recovery.js';
import type { Signal } from './sdp.js';
import { type LocalTracks, NO_TRACKS, SOURCES, type SourceFlags } from './sources.js';
import { StateChannel } from './state-channel.js';

const ICE_SERVERS_MS = 3_000;

export interface PeerSessionOptions {
  iceServers: RTCIceServer[];
  /** The polite side gives way when both offer at once: the callee, or who was in the room first. */
  polite: boolean;
  send(signal: Signal): void;
  /** Keep our candidates, which are network addresses, until `releaseCandidates` (CALL-1). */
  holdCandidates?: boolean;
  /** Fresh servers, with fresh TURN credentials, for an ICE restart. */
  fetchIceServers?: () => Promise<RTCIceServer[]>;
  /** Only relayed paths: the other side never learns our address (CALL-20). */
  relayOnly?: boolean;
  clock?: Clock;
}

export interface PeerSnapshot {
  state: PeerState;
  /** Microphone and camera of the other side; the same stream for the whole session. */
  stream: MediaStream;
  /** Its shared screen; to be shown while `on.screen`. */
  screen: MediaStream;
  /** What the other side has switched on; null until it has said so. */
  on: SourceFlags | null;
}

/** A connection to one other person. All methods are safe in any order, also after `close`. */
export interface PeerSession extends Observable<PeerSnapshot> {
  /** Sends these tracks from now on, before or after the negotiation, and tells the other side what is on. */
  publish(tracks: LocalTracks): void;
  /** Makes an offer to travel with the ring; it carries no address. */
  createOffer(): Promise<SessionDescription>;
  /** Takes the offer that came with the ring and makes the answer. Rejects where the browser refuses the offer. */
  acceptOffer(offer: SessionDescription): Promise<SessionDescription>;
  /** Takes the answer to `createOffer`, and lets the candidates go: the call is accepted. */
  acceptAnswer(answer: SessionDescription): Promise<void>;
  /** Makes an offer and sends it, where no ring comes first. */
  start(): Promise<void>;
  /** Takes any signal of the peer; a broken, repeated or outdated one changes nothing. */
  receive(signal: Signal): Promise<void>;
  releaseCandidates(): void;
  /** Limits what we send as camera picture. */
  setQuality(level: QualityLevel): void;
  /** Tries to connect again at once: after `failed`, or when the server connection is back. */
  retry(): void;
  statistics(): Promise<RTCStatsReport>;
  /** Ends the connection and what it receives. The local tracks belong to whoever opened them. */
  close(): void;
}

export function createPeerSession(options: PeerSessionOptions): PeerSession {
  return new WebRtcSession(options);
}

class WebRtcSession implements PeerSession {
  #connection: RTCPeerConnection;
  #closing = new AbortController();
  #snapshot: MutableObservable<PeerSnapshot>;
  #slots: MediaSlots;
  #negotiation: Negotiation;
  #outgoing: OutgoingCandidates;
  #channel: StateChannel;
  #recovery: Recovery;
  #clock: Clock;
  #tracks: LocalTracks = NO_TRACKS;
  #quality: QualityLevel | null = null;

  constructor(private readonly options: PeerSessionOptions) {
    const { iceServers, polite, send, holdCandidates = false, relayOnly = false, clock = browserClock } = options;
    const { signal } = this.#closing;
    const connection = new RTCPeerConnection({
      iceServers,
      iceTransportPolicy: relayOnly ? 'relay' : 'all',
      bundlePolicy: 'max-bundle',
    });
    this.#clock = clock;
    this.#connection = connection;
    this.#snapshot = createObservable<PeerSnapshot>({
      state: { status: 'new' },
      stream: new MediaStream(),
      screen: new MediaStream(),
      on: null,
    });
    this.#slots = new MediaSlots(connection);
    this.#outgoing = new OutgoingCandidates(holdCandidates, (candidate) => send({ candidate }));
    this.#negotiation = new Negotiation({
      connection,
      polite,
      send,
      signal,
      slots: this.#slots,
      candidates: new IncomingCandidates(connection),
      onRemoteDescription: () => this.#collectTracks(),
    });
    this.#channel = new StateChannel(connection, (on) => this.#update({ on }), signal);
    this.#recovery = new Recovery({
      clock,
      setState: (state) => this.#update({ state }),
      restart: () => this.#restart(),
    });
    connection.addEventListener('icecandidate', ({ candidate }) => this.#outgoing.add(candidate), { signal });
    connection.addEventListener(
      'connectionstatechange',
      () => this.#recovery.connectionChanged(connection.connectionState),
      { signal },
    );
    globalThis.addEventListener?.('online', () => this.#recovery.networkReturned(), { signal });
  }

  get = () => this.#snapshot.get();
  subscribe = (listener: (snapshot: PeerSnapshot) => void) => this.#snapshot.subscribe(listener);

  publish(tracks: LocalTracks) {
    if (this.#closing.signal.aborted) return;
    this.#tracks = tracks;
    // A connection that closes meanwhile refuses the track; then nobody is there to miss it.
    void this.#slots.publish(tracks).catch(() => undefined);
    this.#announce();
  }

  createOffer() {
    return this.#negotiation.createOffer();
  }

  async acceptOffer(offer: SessionDescription) {
    const answer = await this.#negotiation.acceptOffer(offer);
    this.#recovery.expectConnection();
    return answer;
  }

  async acceptAnswer(answer: SessionDescription) {
    await this.#negotiation.acceptAnswer(answer);
    this.#recovery.expectConnection();
    this.releaseCandidates();
  }

  async start() {
    const description = await this.createOffer();
    this.#recovery.expectConnection();
    this.options.send({ description });
  }

  async receive(signal: Signal) {
    await this.#negotiation.receive(signal);
    if (signal.description) this.#recovery.expectConnection();
  }

  releaseCandidates() {
    this.#outgoing.release();
  }

  setQuality(level: QualityLevel) {
    this.#quality = level;
    this.#announce();
    const camera = this.#slots.sender('camera');
    if (camera) void applyQuality(camera, level);
  }

  retry() {
    this.#recovery.retry();
  }

  statistics() {
    return this.#connection.getStats();
  }

  close() {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    for (const source of SOURCES) this.#slots.receiver(source)?.track.stop();
    this.#channel.close();
    this.#connection.close();
    this.#recovery.close();
    this.#snapshot.end();
  }

  #update(change: Partial<PeerSnapshot>) {
    this.#snapshot.set({ ...this.#snapshot.get(), ...change });
  }

  #announce() {
    const { microphone, camera, screen } = this.#tracks;
    const pictureOff = this.#quality !== null && !this.#quality.video;
    this.#channel.announce({ microphone: microphone.on, camera: camera.on && !pictureOff, screen: screen.on });
  }

  #collectTracks() {
    const { stream, screen } = this.#snapshot.get();
    for (const source of SOURCES) {
      const track = this.#slots.receiver(source)?.track;
      if (track) (source === 'screen' ? screen : stream).addTrack(track);
    }
    if (this.#quality) this.setQuality(this.#quality);
  }

  async #restart() {
    const { fetchIceServers } = this.options;
    const iceServers = fetchIceServers ? await within(this.#clock, ICE_SERVERS_MS, fetchIceServers(), null) : null;
    if (iceServers) this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), iceServers });
    await this.#negotiation.restartIce();
  }
}
