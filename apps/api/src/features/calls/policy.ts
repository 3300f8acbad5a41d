import type { CallEndReason } from '@health-connect/contract/calls';
import type { CallRecord } from './model.js';

export type CallSide = 'caller' | 'callee';

/** Which side of the call a person is on; null for a stranger. */
export function sideOf(call: Pick<CallRecord, 'callerId' | 'calleeId'>, userId: string): CallSide | null {
  if (call.callerId.toString() === userId) return 'caller';
  return call.calleeId.toString() === userId ? 'callee' : null;
}

/** Whether this device is the one that the call lives on: the calling one, or the one that accepted. */
export function isBound(
  call: Pick<CallRecord, 'callerId' | 'calleeId' | 'callerDevice' | 'calleeDevice'>,
  userId: string,
  deviceId: string,
): boolean {
  const side = sideOf(call, userId);
  return side === 'caller' ? call.callerDevice === deviceId : side === 'callee' && call.calleeDevice === deviceId;
}

type Ending = Pick<CallRecord, 'state' | 'callerId' | 'calleeId' | 'callerDevice' | 'calleeDevice'>;

/**
 * Why the call ends when this device hangs up, or null where it may not. While it rings any device of the callee may
 * decline; after that only the two bound devices have a say.
 */
export function endingBy(
  call: Ending,
  userId: string,
  deviceId: string,
  wish?: 'completed' | 'cancelled' | 'failed',
): CallEndReason | null {
  if (call.state === 'ringing' && sideOf(call, userId) === 'callee') return 'declined';
  if (call.state === 'ended' || !isBound(call, userId, deviceId)) return null;
  if (call.state === 'ringing') return 'cancelled';
  if (wish === 'failed') return 'failed';
  return call.state === 'active' ? 'completed' : (wish ?? 'cancelled');
}
