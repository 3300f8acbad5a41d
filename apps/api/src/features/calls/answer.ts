import type { SessionUser } from '@health-connect/contract/accounts';
import { type AnswerCall, callAnswered } from '@health-connect/contract/calls';
import { publish } from '../../realtime/publish.js';
import { deviceRoom } from '../../realtime/rooms.js';
import { callOver, findOwnCall } from './end.js';
import { CallModel, type CallRecord } from './model.js';
import { isBound } from './policy.js';
import { acceptRinging } from './ring.js';

/**
 * Accepts on this device, or sends the answer of a call that was accepted by calling back.
 * @throws AppError `call_over` where another device was first, or the call has ended.
 */
export async function answer(user: SessionUser, deviceId: string, input: AnswerCall): Promise<void> {
  const call =
    (await acceptRinging(input.callId, user, deviceId, { answered: true })) ??
    (await answerAccepted(user, deviceId, input.callId));
  if (call) return passOn(call, input);

  const current = await findOwnCall(user, input.callId);
  const isRepeated = current.state !== 'ended' && current.answered && isBound(current, user.id, deviceId);
  if (!isRepeated) throw callOver(current);
}

const answerAccepted = (user: SessionUser, deviceId: string, callId: string) =>
  CallModel.findOneAndUpdate(
    { _id: callId, kind: 'call', calleeId: user.id, calleeDevice: deviceId, state: 'connecting', answered: false },
    { answered: true },
  ).lean<CallRecord>();

function passOn(call: CallRecord, { callId, answer }: AnswerCall) {
  publish(deviceRoom(call.callerId.toString(), call.callerDevice ?? ''), callAnswered, { callId, answer });
}
