import * as events from '@health-connect/contract/calls';
import type { PayloadOf } from '@health-connect/contract/event';
import type { SessionDescription } from '@health-connect/contract/rtc';
import type { LiveLink } from '../../../lib/live-link.js';
import { browserClock, type Clock } from '../../../lib/clock.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { createObservable, type Observable } from '../../../lib/observable.js';
import { sessionIdOf, type Signal } from '../../../media/sdp.js';
import { CallServer } from './call-server.js';
import {
  type CallMachineOptions,
  type CallPeer,
  type CallState,
  type EndedWhy,
  whyEnded,
  whyFailed,
} from './call-state.js';
import { keepCall, type KeptCall } from './kept-call.js';
import { type CallConnection, onceConnected, openConnection } from './call-connection.js';

/** The server ends what rings by itself; this is for when its word does not arrive. */
const RING_LIMIT_MS = (events.RING_SECONDS + 5) * 1000;
const IDLE: CallState = { status: 'idle' };

/** The calls of this tab: at most one at a time. The server owns the state of a call; this follows it. */
export class CallMachine implements Observable<CallState> {
  #state = createObservable<CallState>(IDLE);
  #server: CallServer | null = null;
  #connection: CallConnection | null = null;
  /** What came while one connection was over and the next not open yet. */
  #waiting: Signal[] = [];
  /** Raised whenever a call begins or ends, so that work for an earlier one notices. */
  #turn = 0;
  #inConsult = false;
  /** Of their last description: another one means that their page began anew. */
  #remoteId: string | null = null;
  /** What came before the server's word that it rings, to be taken in after it. */
  #early = () => {};
  #cancelTimer = () => {};
  #clock: Clock;

  constructor(private readonly options: CallMachineOptions) {
    this.#clock = options.clock ?? browserClock;
  }

  get = () => this.#state.get();
  subscribe = (listener: (state: CallState) => void) => this.#state.subscribe(listener);

  /** Listens to the server. The answer ends that, and whatever call is going on here. */
  attach(link: LiveLink): () => void {
    this.#server = new CallServer(link);
    const stops = [
      link.listen(events.callMade, (ring) => this.#rung(ring)),
      link.listen(events.callAnswered, (answer) => void this.#answered(answer)),
      link.listen(events.callRejected, ({ callId, reason }) => this.#over(callId, reason)),
      link.listen(events.callEnded, ({ callId, reason }) => this.#over(callId, whyEnded(reason, this.get().status))),
      link.listen(events.callTaken, ({ callId }) => void (this.#is('ringing', callId) && this.#become(IDLE))),
      link.listen(events.callSignalled, (signal) => void this.#signalled(signal)),
      link.listen(events.candidateRelayed, ({ callId, candidate }) => {
        if (callId === this.#callId()) this.#receive({ candidate });
      }),
      link.listen(events.callPeerChanged, ({ callId, connected }) => {
        const state = this.#is('connected', callId);
        if (state) this.#state.set({ ...state, peerAway: !connected });
      }),
      link.onConnect(() => this.#reconnected()),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#server = null;
      this.#become(IDLE);
    };
  }

  /** While this person is in a visit nobody rings them here, and a call that goes on ends. */
  setInConsult(inConsult: boolean) {
    this.#inConsult = inConsult;
    if (!inConsult) return;
    this.hangUp();
    this.decline('busy');
  }

  /** Rings somebody. Where they are ringing us at this moment, the two are connected (CALL-5). */
  async call(peer: CallPeer, { camera = true } = {}): Promise<void> {
    const server = this.#server;
    if (this.get().status === 'ringing' && this.#isWith(peer)) return this.accept({ camera });
    if (!server || !this.#isFree()) return;
    const turn = this.#become({ status: 'calling', peer, callId: null });
    await this.#attempt(turn, async () => {
      const connection = await this.#open(turn, this.options.openMedia(camera), { polite: false });
      if (!connection) return;
      const reply = await server.ring(peer.userId, await connection.session.createOffer());
      if (turn !== this.#turn) return server.end({ to: peer.userId, callId: reply.callId, reason: 'cancelled' });
      this.#state.set({ status: 'calling', peer, callId: reply.callId });
      if (reply.state === 'accepted') return this.#answer(turn, { peer, ...reply }, Promise.resolve(connection.media));
      this.#limit('no_answer');
      this.#early();
    });
  }

  /** Takes the call that rings. */
  async accept({ camera }: { camera: boolean }): Promise<void> {
    const state = this.get();
    if (state.status !== 'ringing' || state.answering) return;
    this.#state.set({ ...state, answering: true });
    const turn = this.#turn;
    await this.#attempt(turn, () => this.#answer(turn, state, this.options.openMedia(camera)));
  }

  decline(reason: 'declined' | 'busy' = 'declined') {
    const state = this.get();
    if (state.status !== 'ringing') return;
    this.#server?.reject(state.peer.userId, state.callId, reason);
    this.#become(IDLE);
  }

  /** Stops calling, or ends the talk. */
  hangUp() {
    const state = this.get();
    if (state.status !== 'calling' && state.status !== 'connected') return;
    // Without an id yet: the server's answer to the ring brings it, and then the server is told.
    if (state.callId) this.#server?.end({ to: state.peer.userId, callId: state.callId });
    this.#become(IDLE);
  }

  /** Puts the words about an ended call away. */
  dismiss() {
    if (this.get().status === 'ended') this.#become(IDLE);
  }

  /** Takes up the call in which this page was when it was reloaded (CALL-14). */
  async resume({ callId, peer, startedAt, camera }: KeptCall): Promise<void> {
    if (this.get().status !== 'idle') return;
    const turn = this.#become({ status: 'calling', peer, callId });
    await this.#attempt(turn, async () => {
      // Both may have been reloaded at once: then exactly one gives way.
      const terms = { polite: this.options.ownerId < peer.userId, holdCandidates: false };
      const connection = await this.#open(turn, this.options.openMedia(camera), terms);
      if (!connection) return;
      this.#connected(peer, callId, connection, startedAt);
      await connection.session.start();
    });
  }

  #rung({ callId, from, fromName, fromAvatar, offer }: PayloadOf<typeof events.callMade>) {
    const peer = { userId: from, name: fromName, avatar: fromAvatar };
    // Told again after a lost connection; or they call us while we call them, and the server connects the two.
    if (callId === this.#callId() || (this.get().status === 'calling' && this.#isWith(peer))) return;
    if (this.#inConsult) this.options.onTurnedAway?.(peer);
    if (!this.#isFree()) return this.#server?.reject(from, callId, 'busy');
    this.#become({ status: 'ringing', peer, callId, offer, answering: false });
    this.#limit('missed');
  }

  /** Makes the answer to their offer and sends it; the addresses follow once the server knows of it. */
  async #answer(
    turn: number,
    { peer, callId, offer }: { peer: CallPeer; callId: string; offer: SessionDescription },
    media: Promise<LocalMedia>,
  ) {
    this.#connection?.hangUp();
    const connection = await this.#open(turn, media, { polite: true });
    if (!connection) return;
    const answer = await connection.session.acceptOffer(offer);
    await this.#server?.answer(peer.userId, callId, answer);
    if (turn !== this.#turn) return;
    this.#remoteId = sessionIdOf(offer.sdp ?? '');
    this.#connected(peer, callId, connection, this.#clock.now());
    connection.session.releaseCandidates();
  }

  async #answered(told: PayloadOf<typeof events.callAnswered>) {
    const state = this.get();
    const connection = this.#connection;
    if (state.status !== 'calling' || !connection) return;
    if (state.callId === null) this.#early = () => void this.#answered(told);
    if (state.callId !== told.callId) return;
    this.#remoteId = sessionIdOf(told.answer.sdp ?? '');
    this.#connected(state.peer, told.callId, connection, this.#clock.now());
    await this.#attempt(this.#turn, () => connection.session.acceptAnswer(told.answer));
  }

  #connected(peer: CallPeer, callId: string, connection: CallConnection, startedAt: number) {
    this.#cancelTimer();
    this.#state.set({ status: 'connected', peer, callId, startedAt, connection, peerAway: false });
    const camera = connection.media.get().tracks.camera.on;
    keepCall({ ownerId: this.options.ownerId, callId, peer, startedAt, camera });
    onceConnected(connection.session, () => this.#server?.mediaFlows(callId));
  }

  /** A later description: a restart of ICE, or a page of theirs that was reloaded and begins anew. */
  async #signalled({ callId, description }: PayloadOf<typeof events.callSignalled>) {
    const state = this.#is('connected', callId);
    if (!state) return;
    const remoteId = sessionIdOf(description.sdp ?? '');
    const isAnother = description.type === 'offer' && this.#remoteId !== null && remoteId !== this.#remoteId;
    if (remoteId) this.#remoteId = remoteId;
    if (!isAnother) return this.#receive({ description });
    const turn = this.#turn;
    await this.#attempt(turn, async () => {
      state.connection.hangUp();
      this.#connection = null;
      this.#waiting = [{ description }];
      const media = Promise.resolve(state.connection.media);
      const connection = await this.#open(turn, media, { polite: true, holdCandidates: false });
      if (connection) this.#connected(state.peer, callId, connection, state.startedAt);
    });
  }

  #receive(signal: Signal) {
    if (this.#connection) void this.#connection.session.receive(signal);
    else this.#waiting.push(signal);
  }

  async #open(turn: number, media: Promise<LocalMedia>, terms: { polite: boolean; holdCandidates?: boolean }) {
    const { fetchIceServers } = this.options;
    const send = (signal: Signal) => this.#send(signal);
    const options = { holdCandidates: true, ...terms, fetchIceServers, send };
    const connection = await openConnection(media, options, () => turn === this.#turn);
    if (connection) this.#connection = connection;
    for (const signal of this.#waiting.splice(0)) void connection?.session.receive(signal);
    return connection;
  }

  #send(signal: Signal) {
    const state = this.get();
    const callId = this.#callId();
    if (!('peer' in state) || callId === null) return;
    this.#server?.signal(state.peer.userId, callId, signal, () => this.#over(callId, 'left'));
  }

  #reconnected() {
    this.#server?.sayAgain();
    const state = this.get();
    // A first offer waited for the socket and goes out now: a restart would offer again before its answer.
    const session = state.status === 'connected' ? state.connection.session : null;
    if (session?.get().state.status !== 'connecting') session?.retry();
  }

  /** Works for the call of this turn; a failure ends that call, unless it is over already. */
  async #attempt(turn: number, work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      const state = this.get();
      if (turn !== this.#turn || !('peer' in state)) return;
      const [to, callId] = [state.peer.userId, this.#callId()];
      if (state.status === 'ringing') this.#server?.reject(to, state.callId, 'failed');
      else if (callId) this.#server?.end({ to, callId, reason: 'failed' });
      this.#become({ status: 'ended', peer: state.peer, why: whyFailed(error), error });
    }
  }

  #limit(why: EndedWhy) {
    this.#cancelTimer = this.#clock.after(RING_LIMIT_MS, () => {
      const state = this.get();
      if (state.status !== 'calling' && state.status !== 'ringing') return;
      this.hangUp();
      this.#become({ status: 'ended', peer: state.peer, why });
    });
  }

  #over(callId: string, why: EndedWhy) {
    const state = this.get();
    if (state.status === 'calling' && state.callId === null) this.#early = () => this.#over(callId, why);
    if ('peer' in state && callId === this.#callId()) this.#become({ status: 'ended', peer: state.peer, why });
  }

  #isFree = () => !this.#inConsult && ['idle', 'ended'].includes(this.get().status);

  #isWith({ userId }: CallPeer) {
    const state = this.get();
    return 'peer' in state && state.peer.userId === userId;
  }

  #callId() {
    const state = this.get();
    return 'callId' in state ? state.callId : null;
  }

  /** The state, where it is this one of this call. */
  #is<S extends 'ringing' | 'connected'>(status: S, callId: string) {
    const state = this.get();
    return state.status === status && state.callId === callId ? (state as Extract<CallState, { status: S }>) : null;
  }

  /** Begins or ends a call: whatever belonged to the last one is closed (CALL-16). */
  #become(state: CallState): number {
    this.#cancelTimer();
    this.#connection?.close();
    this.#connection = null;
    this.#waiting = [];
    this.#remoteId = null;
    this.#early = () => {};
    keepCall(null);
    this.#state.set(state);
    return ++this.#turn;
  }
}
