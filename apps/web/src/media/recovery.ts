import { t } from '@lingui/core/macro';
import type { Clock } from '../lib/clock.js';

/** How a connection to one peer stands. `attempt` 0 means: it dropped, and may still come back by itself. */
export type PeerState =
  | { status: 'new' }
  | { status: 'connecting' }
  | { status: 'connected' }
  | { status: 'reconnecting'; attempt: number }
  | { status: 'failed'; why: 'unreachable'; readonly help: string }
  | { status: 'closed' };

export const MOST_ATTEMPTS = 3;
/** A first connection takes well under a second; after this long it needs help. */
export const CONNECT_MS = 15_000;
/** `disconnected` often heals by itself within this time, as when a phone changes its cell. */
export const RESTART_AFTER_MS = 4_000;
/** A restart that works does so in a few round trips. */
export const ATTEMPT_MS = 8_000;

const UNREACHABLE: PeerState = {
  status: 'failed',
  why: 'unreachable',
  get help() {
    return t`We could not reach the other side. Try again with your camera off, or go on by chat.`;
  },
};

interface RecoveryParts {
  clock: Clock;
  setState(state: PeerState): void;
  /** Restarts ICE, with new servers where there are some. */
  restart(): Promise<void>;
}

/**
 * Decides when to restart ICE: after some patience on `disconnected`, at once on `failed` or when the network is back,
 * three times in all (CALL-12). It judges by the media path alone, so a lost server connection changes nothing here.
 */
export class Recovery {
  #status: PeerState['status'] = 'new';
  #attempt = 0;
  #cancelTimer = () => {};

  constructor(private readonly parts: RecoveryParts) {}

  /** Both descriptions are on their way: from now on a connection is due. */
  expectConnection() {
    if (this.#status !== 'new') return;
    this.#become({ status: 'connecting' });
    this.#arm(CONNECT_MS);
  }

  connectionChanged(state: RTCPeerConnectionState) {
    if (this.#status === 'closed') return;
    if (state === 'connected') this.#recovered();
    else if (state === 'failed') this.#tryAgain();
    else if (state === 'disconnected' && this.#attempt === 0) {
      this.#become({ status: 'reconnecting', attempt: 0 });
      this.#arm(RESTART_AFTER_MS);
    }
  }

  /** The browser is on a network again: paths may have changed even where the connection has not noticed yet. */
  networkReturned() {
    if (this.#status === 'connected') void this.#restart();
    else this.retry();
  }

  /** Starts over with all attempts, as when a person asks for it. */
  retry() {
    if (this.#status === 'new' || this.#status === 'connected' || this.#status === 'closed') return;
    this.#attempt = 0;
    this.#tryAgain();
  }

  close() {
    this.#cancelTimer();
    this.#become({ status: 'closed' });
  }

  #recovered() {
    this.#cancelTimer();
    this.#attempt = 0;
    this.#become({ status: 'connected' });
  }

  #tryAgain() {
    this.#cancelTimer();
    if (this.#attempt >= MOST_ATTEMPTS) return this.#become(UNREACHABLE);
    this.#attempt += 1;
    this.#become({ status: 'reconnecting', attempt: this.#attempt });
    this.#arm(ATTEMPT_MS);
    void this.#restart();
  }

  async #restart() {
    // A restart that cannot be made counts as an attempt that did not help: its timer is running.
    await this.parts.restart().catch(() => undefined);
  }

  #arm(milliseconds: number) {
    this.#cancelTimer();
    this.#cancelTimer = this.parts.clock.after(milliseconds, () => this.#tryAgain());
  }

  #become(state: PeerState) {
    this.#status = state.status;
    this.parts.setState(state);
  }
}
