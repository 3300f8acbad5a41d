import {
  answerCall,
  callConnected,
  callUser,
  type EndCall,
  endCall,
  rejectCall,
  relayCandidate,
  signalCall,
} from '@health-connect/contract/calls';
import type { SessionDescription } from '@health-connect/contract/rtc';
import { isApiError } from '../../../lib/api-error.js';
import type { LiveLink } from '../../../lib/live-link.js';
import type { Signal } from '../../../media/sdp.js';

/** What a call says to the server. Only ringing and answering wait for its word; the rest is said and done. */
export class CallServer {
  /** Ends that the server has not heard of. */
  #unsaid: EndCall[] = [];

  constructor(private readonly link: LiveLink) {}

  ring(to: string, offer: SessionDescription) {
    return this.link.send(callUser, { to, offer });
  }

  answer(to: string, callId: string, answer: SessionDescription) {
    return this.link.send(answerCall, { to, callId, answer });
  }

  reject(to: string, callId: string, reason: 'declined' | 'busy' | 'failed') {
    this.link.send(rejectCall, { to, callId, reason }).catch(() => undefined);
  }

  /** Until the server is reached it holds the two in a call: so it is told again when it is back. */
  end(end: EndCall) {
    this.link.send(endCall, end).catch((error: unknown) => {
      if (isApiError(error, 'network')) this.#unsaid.push(end);
    });
  }

  sayAgain() {
    for (const end of this.#unsaid.splice(0)) this.end(end);
  }

  mediaFlows(callId: string) {
    this.link.send(callConnected, { callId }).catch(() => undefined);
  }

  /** `onOver`: the server knows that the call is over, and its word for it was lost. */
  signal(to: string, callId: string, { description, candidate }: Signal, onOver: () => void) {
    const sent: Promise<unknown>[] = [];
    if (description) sent.push(this.link.send(signalCall, { callId, description }));
    if (candidate) sent.push(this.link.send(relayCandidate, { to, callId, candidate }));
    Promise.all(sent).catch((error: unknown) => {
      if (isApiError(error, 'call_over', 'not_found')) onOver();
    });
  }
}
