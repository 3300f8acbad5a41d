import {
  callEnded,
  type CallEndReason,
  callMade,
  type CallRejection,
  callRejected,
  callTaken,
  type Ring,
} from '@health-connect/contract/calls';
import type { SessionUser } from '@health-connect/contract/accounts';
import { joinRoom, leaveRoom, publish, publishToOtherDevices, publishToUser } from '../../realtime/publish.js';
import { callRoom, deviceRoom, userRoom } from '../../realtime/rooms.js';
import type { CallRecord } from './model.js';

export interface Caller {
  name: string;
  avatar: string;
}

/** What the callee's devices are told while it rings. */
export const ringOf = (call: CallRecord, caller: Caller): Ring => ({
  callId: call._id.toString(),
  from: call.callerId.toString(),
  fromName: caller.name,
  fromAvatar: caller.avatar,
  offer: call.offer!,
  ...(call.appointmentId && { appointmentId: call.appointmentId.toString() }),
  ringsUntil: call.ringsUntil!.toISOString(),
});

export const announceRing = (call: CallRecord, caller: Caller) =>
  publishToUser(call.calleeId.toString(), callMade, ringOf(call, caller));

/** The two devices may signal from now on; the callee's other devices stop ringing. */
export function announceAccepted(call: CallRecord, user: SessionUser, deviceId: string) {
  const callId = call._id.toString();
  joinRoom(callerDevice(call), callRoom(callId));
  joinRoom(deviceRoom(user.id, deviceId), callRoom(callId));
  publishToOtherDevices(user.id, deviceId, callTaken, { callId });
}

const REJECTIONS: Partial<Record<CallEndReason, CallRejection>> = {
  declined: 'declined',
  busy: 'busy',
  missed: 'no_answer',
  failed: 'unreachable',
};

/** Tells both that a call is over; `call` is what it was before. `byDevice`: the callee's device that declined. */
export function announceEnd(call: CallRecord, reason: CallEndReason, byDevice?: string) {
  const callId = call._id.toString();
  const calleeId = call.calleeId.toString();
  if (call.state === 'ringing') {
    const rejection = REJECTIONS[reason];
    if (rejection) publish(callerDevice(call), callRejected, { callId, reason: rejection });
    else publish(callerDevice(call), callEnded, { callId, reason });
    if (byDevice) publishToOtherDevices(calleeId, byDevice, callTaken, { callId });
    else publish(userRoom(calleeId), callEnded, { callId, reason });
    return;
  }
  publish([callerDevice(call), calleeDevice(call)], callEnded, { callId, reason });
  leaveRoom(callRoom(callId), callRoom(callId));
}

const callerDevice = (call: CallRecord) => deviceRoom(call.callerId.toString(), call.callerDevice ?? '');
const calleeDevice = (call: CallRecord) => deviceRoom(call.calleeId.toString(), call.calleeDevice ?? '');
