import type { IceCandidate } from '@health-connect/contract/rtc';

/** The candidate as the contract knows it: the browser says null where the contract leaves a field out. */
function toWire({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): IceCandidate {
  return {
    candidate,
    ...(sdpMid !== null && { sdpMid }),
    ...(sdpMLineIndex !== null && { sdpMLineIndex }),
    ...(usernameFragment !== null && { usernameFragment }),
  };
}

/** Sends our ICE candidates, or keeps them until the call is accepted: each one is a network address (CALL-1). */
export class OutgoingCandidates {
  #held: IceCandidate[] | null;

  constructor(
    hold: boolean,
    private readonly send: (candidate: IceCandidate) => void,
  ) {
    this.#held = hold ? [] : null;
  }

  /** Takes what the `icecandidate` event gives; its empty end-of-candidates marks are not worth a message. */
  add(candidate: RTCIceCandidate | null) {
    if (!candidate?.candidate) return;
    if (this.#held) this.#held.push(toWire(candidate));
    else this.send(toWire(candidate));
  }

  release() {
    const held = this.#held ?? [];
    this.#held = null;
    held.forEach(this.send);
  }
}
