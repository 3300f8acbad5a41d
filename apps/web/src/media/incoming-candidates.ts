import type { IceCandidate } from '@health-connect/contract/rtc';
import { ufragsOf } from './sdp.js';

const MOST_WAITING = 200;

/**
 * Feeds the peer's candidates to the connection in spite of their order (CALL-10): early ones wait for the description
 * they belong to, repeated ones and those of an older ICE epoch are dropped. RTCPeerConnection itself would throw
 * (W3C WebRTC, section 4.4.2, addIceCandidate).
 */
export class IncomingCandidates {
  #waiting: IceCandidate[] = [];
  #seen = new Set<string>();
  #current = new Set<string>();
  #past = new Set<string>();

  constructor(private readonly connection: Pick<RTCPeerConnection, 'addIceCandidate'>) {}

  async add(candidate: IceCandidate) {
    const key = `${candidate.usernameFragment} ${candidate.sdpMid} ${candidate.candidate}`;
    if (!candidate.candidate || this.#seen.has(key) || this.#isPast(candidate)) return;
    this.#seen.add(key);
    if (this.#isCurrent(candidate)) await this.#feed(candidate);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(candidate);
  }

  /** To be called after each remote description was applied. */
  async describe(sdp: string) {
    const next = ufragsOf(sdp);
    for (const ufrag of this.#current) if (!next.has(ufrag)) this.#past.add(ufrag);
    this.#current = next;

    const ready = this.#waiting.filter((candidate) => this.#isCurrent(candidate));
    this.#waiting = this.#waiting.filter((candidate) => !this.#isCurrent(candidate) && !this.#isPast(candidate));
    for (const candidate of ready) await this.#feed(candidate);
  }

  #isPast({ usernameFragment }: IceCandidate) {
    return usernameFragment != null && this.#past.has(usernameFragment);
  }

  #isCurrent({ usernameFragment }: IceCandidate) {
    return this.#current.size > 0 && (usernameFragment == null || this.#current.has(usernameFragment));
  }

  async #feed(candidate: IceCandidate) {
    // One candidate that the browser cannot read must not cost the call: the others may still find a path.
    await this.connection.addIceCandidate(candidate).catch(() => undefined);
  }
}
