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
import type { DomainEvents } from '../../lib/events.js';
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

/** Tells both that a call is over; of one that never rang its caller was answered, and nobody else knows. */
export function announceEnd(ended: DomainEvents['call.ended']) {
  const { callId, calleeId, from, reason, byDevice } = ended;
  if (from === null) return;
  const caller = deviceRoom(ended.callerId, ended.callerDevice);
  if (from === 'ringing') {
    const rejection = REJECTIONS[reason];
    if (rejection) publish(caller, callRejected, { callId, reason: rejection });
    else publish(caller, callEnded, { callId, reason });
    if (byDevice) publishToOtherDevices(calleeId, byDevice, callTaken, { callId });
    else publish(userRoom(calleeId), callEnded, { callId, reason });
    return;
  }
  publish([caller, deviceRoom(calleeId, ended.calleeDevice)], callEnded, { callId, reason });
  leaveRoom(callRoom(callId), callRoom(callId));
}

const callerDevice = (call: CallRecord) => deviceRoom(call.callerId.toString(), call.callerDevice ?? '');
