import type { SessionUser } from '@health-connect/contract/accounts';
import { callEnded, callMade, callPeerChanged } from '@health-connect/contract/calls';
import { AccountModel } from '../../db/accounts.js';
import { now } from '../../lib/clock.js';
import { publish, relay, socketsIn, tell } from '../../realtime/publish.js';
import { callRoom, deviceRoom } from '../../realtime/rooms.js';
import type { AppSocket } from '../../realtime/types.js';
import { ringOf } from './announce.js';
import { ACCEPTED_STATES, CallModel, type CallRecord } from './model.js';
import { isBound, sideOf } from './policy.js';

/** A device that was away for less than this is told of a call that ended meanwhile. */
const RECENT_MS = 60_000;
const LATEST = 3;

/** A device connects, for the first time or again: it hears what rings, and comes back into its call. */
export async function comeBack(socket: AppSocket): Promise<void> {
  const { user, deviceId } = socket.data;
  const calls = await CallModel.find({ kind: 'call', participants: user.id })
    .sort({ startedAt: -1 })
    .limit(LATEST)
    .lean<CallRecord[]>();
  for (const call of calls) {
    if (isRingingAt(call, user)) await ringAt(socket, call);
    else if (!isBound(call, user.id, deviceId)) continue;
    else if (isAccepted(call)) await rejoin(socket, call);
    else if (call.endedAt && call.endedAt.getTime() > now() - RECENT_MS) {
      tell(socket, callEnded, { callId: call._id.toString(), reason: call.reason! });
    }
  }
}

const isAccepted = ({ state }: CallRecord) => (ACCEPTED_STATES as readonly string[]).includes(state);

const isRingingAt = (call: CallRecord, user: SessionUser) =>
  call.state === 'ringing' && sideOf(call, user.id) === 'callee' && call.ringsUntil!.getTime() > now();

async function ringAt(socket: AppSocket, call: CallRecord) {
  const caller = await AccountModel.findById(call.callerId, { name: 1, avatar: 1 }).lean();
  if (caller) tell(socket, callMade, ringOf(call, caller));
}

async function rejoin(socket: AppSocket, call: CallRecord) {
  const callId = call._id.toString();
  await socket.join(callRoom(callId));
  const { modifiedCount } = await setGone(call, socket.data.user.id, null);
  if (modifiedCount > 0) relay(socket, callRoom(callId), callPeerChanged, { callId, connected: true });
}

/** A socket of a call's device closed. Media goes on; only after a while without the device the call fails. */
export async function goAway(socket: AppSocket, callId: string): Promise<void> {
  const { user, deviceId } = socket.data;
  const sockets = await socketsIn(deviceRoom(user.id, deviceId));
  if (sockets.some(({ id }) => id !== socket.id)) return;
  const call = await CallModel.findById(callId).lean<CallRecord>();
  if (!call || !isAccepted(call)) return;
  await setGone(call, user.id, new Date(now()));
  publish(callRoom(callId), callPeerChanged, { callId, connected: false });
}

/** Remembers since when one side's device is gone, or that it is back. */
export const setGone = (call: CallRecord, userId: string, since: Date | null) => {
  const field = sideOf(call, userId) === 'caller' ? 'callerGoneAt' : 'calleeGoneAt';
  const wasOtherwise = since ? null : { $ne: null };
  return CallModel.updateOne(
    { _id: call._id, state: { $in: ACCEPTED_STATES }, [field]: wasOtherwise },
    { [field]: since },
  );
};
