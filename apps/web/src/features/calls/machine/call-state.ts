import type { CallEndReason, CallRejection } from '@health-connect/contract/calls';
import type { SessionDescription } from '@health-connect/contract/rtc';
import { isApiError } from '../../../lib/api-error.js';
import type { Clock } from '../../../lib/clock.js';
import type { LocalMedia } from '../../../media/local-media.js';
import type { CallConnection } from './call-connection.js';

/** The other side of a call. */
export interface CallPeer {
  userId: string;
  name: string;
  /** URL of the photo, or empty. */
  avatar: string;
}

/** What a call needs of the page. */
export interface CallMachineOptions {
  /** Who is signed in here. */
  ownerId: string;
  /** Opens the microphone, and the camera where it is wanted; never rejects. */
  openMedia: (camera: boolean) => Promise<LocalMedia>;
  fetchIceServers: () => Promise<RTCIceServer[]>;
  /** Somebody called who heard busy, because this person is in a visit. */
  onTurnedAway?: (peer: CallPeer) => void;
  clock?: Clock;
}

/** Why a call ended, where this person did not end it themselves. */
export type EndedWhy =
  | CallRejection
  /** They hung up before it was answered here. */
  | 'cancelled'
  /** It rang here until the time was up. */
  | 'missed'
  /** They hung up. */
  | 'left'
  | 'failed';

export type CallState =
  | { status: 'idle' }
  /** We call them; `callId` is null until the server rings. */
  | { status: 'calling'; peer: CallPeer; callId: string | null }
  /** They call us. */
  | { status: 'ringing'; peer: CallPeer; callId: string; offer: SessionDescription; answering: boolean }
  | {
      status: 'connected';
      peer: CallPeer;
      callId: string;
      /** Epoch ms. */
      startedAt: number;
      connection: CallConnection;
      /** Their device has lost the server; picture and sound may well go on. */
      peerAway: boolean;
    }
  /** `error`: why the server refused, or what failed. */
  | { status: 'ended'; peer: CallPeer; why: EndedWhy; error?: unknown };

/** What the end that the server tells of means on this side. */
export function whyEnded(reason: CallEndReason, status: CallState['status']): EndedWhy {
  if (reason === 'failed') return status === 'ringing' ? 'cancelled' : 'failed';
  switch (status) {
    case 'ringing':
      return reason === 'missed' ? 'missed' : 'cancelled';
    case 'calling':
      return reason === 'missed' ? 'no_answer' : reason === 'declined' || reason === 'busy' ? reason : 'failed';
    default:
      return 'left';
  }
}

/** What a refusal of the server, or any other failure, means for the call that it ended. */
export function whyFailed(error: unknown): EndedWhy {
  if (isApiError(error, 'busy')) return 'busy';
  return isApiError(error, 'unreachable') ? 'unreachable' : 'failed';
}
