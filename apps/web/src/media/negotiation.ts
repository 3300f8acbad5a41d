import type { SessionDescription } from '@health-connect/contract/rtc';
import type { IncomingCandidates } from './incoming-candidates.js';
import type { MediaSlots } from './media-slots.js';
import { withoutAddresses, type Signal } from './sdp.js';

interface NegotiationParts {
  connection: RTCPeerConnection;
  /** The polite side gives way when both offer at once. */
  polite: boolean;
  slots: MediaSlots;
  candidates: IncomingCandidates;
  send(signal: Signal): void;
  /** After each remote description: the receivers are known now. */
  onRemoteDescription(): void;
  signal: AbortSignal;
}

/**
 * Perfect negotiation (W3C WebRTC, section 10.7), with one difference: every step, ours or the peer's, waits for the one
 * before it. So `signalingState` is always the truth, and the example's three flags are not needed. Nor is its
 * `negotiationneeded` event: the slots are negotiated once, and later offers are ICE restarts, made on purpose.
 */
export class Negotiation {
  #queue: Promise<unknown> = Promise.resolve();
  #appliedSdp = '';

  constructor(private readonly parts: NegotiationParts) {}

  /** Makes the first offer and hands it to the caller, to travel with the ring. */
  createOffer(): Promise<SessionDescription> {
    return this.#inTurn(async () => {
      await this.parts.slots.prepare();
      return this.#describe();
    });
  }

  /** Applies an offer and hands the answer to the caller; rolls back an own offer that is under way. */
  acceptOffer(offer: SessionDescription): Promise<SessionDescription> {
    return this.#inTurn(async () => {
      await this.#apply(offer);
      return this.#describe();
    });
  }

  /** Applies an answer; a repeated one, or one that nobody waits for, changes nothing. */
  acceptAnswer(answer: SessionDescription): Promise<void> {
    return this.#inTurn(async () => {
      const expected = this.parts.connection.signalingState === 'have-local-offer';
      if (expected && answer.sdp !== this.#appliedSdp) await this.#apply(answer);
    });
  }

  /** Takes a signal of the peer. One that cannot be applied is dropped: the recovery deals with what does not connect. */
  async receive({ description, candidate }: Signal): Promise<void> {
    try {
      if (description?.type === 'offer') await this.#receiveOffer(description);
      else if (description?.type === 'answer') await this.acceptAnswer(description);
      else if (candidate) await this.#inTurn(() => this.parts.candidates.add(candidate));
    } catch {
      return;
    }
  }

  /** Offers anew with fresh ICE credentials, in place of an offer that was never answered. */
  restartIce(): Promise<void> {
    return this.#inTurn(async () => {
      const { connection, send } = this.parts;
      if (connection.signalingState === 'have-local-offer') await connection.setLocalDescription({ type: 'rollback' });
      connection.restartIce();
      send({ description: await this.#describe() });
    });
  }

  async #receiveOffer(offer: SessionDescription) {
    await this.#inTurn(async () => {
      const { connection, polite, send } = this.parts;
      const repeated = offer.sdp === this.#appliedSdp;
      const collision = connection.signalingState === 'have-local-offer';
      if (repeated || (collision && !polite)) return;
      await this.#apply(offer);
      send({ description: await this.#describe() });
    });
  }

  async #apply(description: SessionDescription) {
    const { connection, slots, candidates, onRemoteDescription } = this.parts;
    await connection.setRemoteDescription(description);
    this.#appliedSdp = description.sdp ?? '';
    if (description.type === 'offer') await slots.adopt();
    onRemoteDescription();
    await candidates.describe(this.#appliedSdp);
  }

  /** Sets the local description that the signalling state asks for: an answer to an applied offer, else an offer. */
  async #describe(): Promise<SessionDescription> {
    const { connection } = this.parts;
    await connection.setLocalDescription();
    const { type, sdp } = connection.localDescription!;
    return { type, sdp: withoutAddresses(sdp) };
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(() => {
      if (this.parts.signal.aborted) throw new DOMException('The session is closed.', 'AbortError');
      return step();
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }
}
