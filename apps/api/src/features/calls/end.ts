import type { SessionUser } from '@health-connect/contract/accounts';
import type { CallEndReason, EndCall, RejectCall } from '@health-connect/contract/calls';
import { newEvent, Outbox, toTell } from '../../db/outbox.js';
import { ensureFound, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { CallModel, type CallRecord, LIVE_STATES } from './model.js';
import { endingBy, isBound } from './policy.js';

const MAX_ATTEMPTS = 4;

const outbox = new Outbox({
  event: 'call.ended',
  model: CallModel,
  rowsOf: (call: CallRecord) => (call.ending ? [{ row: call.ending, path: 'ending', payload: endOf(call) }] : []),
  // A call ends once.
  hasSameRows: () => ({}),
});

const endOf = (call: CallRecord) => ({
  callId: call._id.toString(),
  callerId: call.callerId.toString(),
  calleeId: call.calleeId.toString(),
  callerDevice: call.callerDevice ?? '',
  calleeDevice: call.calleeDevice ?? '',
  reason: call.reason!,
  from: call.ending!.from,
  byDevice: call.ending!.byDevice,
});

/** Stores a call that never rang: the other was busy, or away. */
export async function storeUnrung(row: object): Promise<void> {
  const fields: object = { ...row, ending: { ...newEvent(), from: null, byDevice: null }, ...toTell(null) };
  await outbox.tellNow((await CallModel.create(fields)).toObject<CallRecord>(), null);
}

/** Ends a call if it still is in the state that was seen; false when somebody was faster. */
export async function endCall(
  call: CallRecord,
  reason: CallEndReason,
  byDevice: string | null = null,
): Promise<boolean> {
  const ending = { ...newEvent(), from: call.state, byDevice };
  const ended = await CallModel.findOneAndUpdate(
    { _id: call._id, state: call.state },
    { $set: { state: 'ended', reason, endedAt: new Date(now()), offer: null, ending, ...toTell(null) } },
    { returnDocument: 'after' },
  ).lean<CallRecord>();
  if (!ended) return false;
  await outbox.tellNow(ended, null);
  return true;
}

/** The call, as one of its two people sees it. */
export async function findOwnCall(user: SessionUser, callId: string): Promise<CallRecord> {
  const call = await CallModel.findOne({ _id: callId, kind: 'call', participants: user.id }).lean<CallRecord>();
  ensureFound(call);
  return call;
}

export const callOver = (call: CallRecord) => refused(call.state === 'ended' ? 'call_over' : 'call_elsewhere');

/** Cancels, declines or hangs up, whatever the call has come to. What is over already stays as it ended. */
export async function hangUp(user: SessionUser, deviceId: string, { callId, reason: wish }: EndCall): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const call = await findOwnCall(user, callId);
    const reason = endingBy(call, user.id, deviceId, wish);
    if (reason && (await endCall(call, reason, reason === 'declined' ? deviceId : null))) return;
    if (call.state === 'ended' && (call.calleeDevice === null || isBound(call, user.id, deviceId))) return;
    if (!reason) throw callOver(call);
  }
}

/** A device of the callee says no: all of them stop. */
export async function decline(
  user: SessionUser,
  deviceId: string,
  { callId, reason = 'declined' }: RejectCall,
): Promise<void> {
  const call = await findOwnCall(user, callId);
  const mayDecline = call.state === 'ringing' && call.calleeId.toString() === user.id;
  if (!mayDecline || !(await endCall(call, reason, deviceId))) throw callOver({ ...call, state: 'ended' });
}

/** The appointment that a call was about is cancelled: so is the call. */
export async function endCallsOfAppointment(appointmentId: string): Promise<void> {
  const calls = await CallModel.find({ kind: 'call', appointmentId, state: { $in: LIVE_STATES } }).lean<CallRecord[]>();
  for (const call of calls) await endCall(call, call.state === 'ringing' ? 'cancelled' : 'completed');
}

/** Ends every live call on this device: its session is over. */
export async function endCallsOf(user: SessionUser, deviceId: string): Promise<void> {
  const calls = await findLive([user.id]);
  for (const call of calls) {
    const reason = isBound(call, user.id, deviceId) ? endingBy(call, user.id, deviceId) : null;
    if (reason) await endCall(call, reason);
  }
}

export const findLive = (userIds: string[]) =>
  CallModel.find({ kind: 'call', state: { $in: LIVE_STATES }, participants: { $in: userIds } }).lean<CallRecord[]>();
