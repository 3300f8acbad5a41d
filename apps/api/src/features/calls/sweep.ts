import { GONE_SECONDS } from '@health-connect/contract/calls';
import { now } from '../../lib/clock.js';
import { socketsIn } from '../../realtime/publish.js';
import { callRoom } from '../../realtime/rooms.js';
import { setGone } from './devices.js';
import { endCall } from './end.js';
import { ACCEPTED_STATES, CallModel, type CallRecord } from './model.js';
import { sideOf } from './policy.js';

/**
 * Ends what rang past its stored deadline. Every process may run it at any time, so a call stops ringing also when
 * the caller's tab, or the process that began it, is gone.
 */
export async function sweepRinging(): Promise<void> {
  const overdue = await CallModel.find({ state: 'ringing', ringsUntil: { $lte: new Date(now()) } }).lean<
    CallRecord[]
  >();
  for (const call of overdue) await endCall(call, 'missed');
}

/** Ends accepted calls of which a device has been gone for too long, also where no process saw it go. */
export async function sweepGone(): Promise<void> {
  const calls = await CallModel.find({ kind: 'call', state: { $in: ACCEPTED_STATES } }).lean<CallRecord[]>();
  for (const call of calls) await checkDevices(call);
}

async function checkDevices(call: CallRecord) {
  const sockets = await socketsIn(callRoom(call._id.toString()));
  const present = new Set(sockets.map(({ data }) => sideOf(call, data.user.id)));
  for (const side of ['caller', 'callee'] as const) {
    if (present.has(side)) continue;
    const goneAt = side === 'caller' ? call.callerGoneAt : call.calleeGoneAt;
    const userId = (side === 'caller' ? call.callerId : call.calleeId).toString();
    if (!goneAt) await setGone(call, userId, new Date(now()));
    else if (goneAt.getTime() <= now() - GONE_SECONDS * 1000) return void (await endCall(call, 'failed'));
  }
}
