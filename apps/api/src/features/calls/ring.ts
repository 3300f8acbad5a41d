import type { SessionUser } from '@health-connect/contract/accounts';
import { type CallEndReason, type CallUser, type CallUserReply, RING_SECONDS } from '@health-connect/contract/calls';
import { AccountModel } from '../../db/accounts.js';
import { env } from '../../env.js';
import { duplicateKey, ensure, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { isOnline } from '../../realtime/publish.js';
import { requireMayCall, unreachable } from './access.js';
import { announceAccepted, announceRing, type Caller } from './announce.js';
import { endCall, findLive, storeUnrung } from './end.js';
import { CallModel, type CallRecord } from './model.js';
import { isBound, sideOf } from './policy.js';

const MAX_ATTEMPTS = 8;
const MAX_RINGS_A_MINUTE = 6;

interface Attempt {
  user: SessionUser;
  deviceId: string;
  calleeId: string;
  offer: CallUser['offer'];
  appointmentId: string | null;
  caller: Caller;
}

/**
 * Rings every device of the other. When they are ringing us at this moment, it is an accept of their call instead.
 * @throws AppError `unreachable`, alike for somebody offline and somebody whom the user may not call; `busy`.
 */
export async function ring(user: SessionUser, deviceId: string, input: CallUser): Promise<CallUserReply> {
  const calleeId = input.to.toLowerCase();
  await requireMayCall(user, calleeId, input.appointmentId);
  if (env.rateLimit) await requireWithinRingLimit(user.id);
  const account = await AccountModel.findById(user.id, { avatar: 1 }).lean();
  const caller = { name: user.name, avatar: account?.avatar ?? '' };
  const { offer, appointmentId = null } = input;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const reply = await tryRing({ user, deviceId, calleeId, offer, appointmentId, caller });
    if (reply) return reply;
  }
  throw refused('being_called');
}

/** Rings leave rows, so that they are counted over all devices and server processes. */
async function requireWithinRingLimit(userId: string) {
  const recent = { participants: userId, callerId: userId, startedAt: { $gt: new Date(now() - 60_000) } };
  const count = await CallModel.countDocuments(recent);
  ensure(count < MAX_RINGS_A_MINUTE, 'rang_often');
}

/** Null when the world changed meanwhile, and it is worth another look. */
async function tryRing(attempt: Attempt): Promise<CallUserReply | null> {
  const { user, deviceId, calleeId } = attempt;
  const live = await findLive([user.id, calleeId]);
  const theirs = live.find((call) => call.state === 'ringing' && isFromTo(call, calleeId, user.id));
  if (theirs) return acceptTheirs(theirs, user, deviceId);

  const mine = live.find((call) => isBound(call, user.id, deviceId));
  if (mine) {
    await endCall(mine, 'superseded');
    return null;
  }
  if (live.some((call) => sideOf(call, user.id))) throw refused('you_in_call');
  if (live.length > 0) {
    await storeUnrung(rowOf(attempt, 'busy'));
    throw refused('busy');
  }
  if (!(await isOnline(calleeId))) {
    await storeUnrung(rowOf(attempt, 'unreachable'));
    throw unreachable();
  }
  return startRinging(attempt);
}

async function startRinging(attempt: Attempt): Promise<CallUserReply | null> {
  try {
    const created = await CallModel.create({ ...rowOf(attempt), offer: attempt.offer });
    const call = created.toObject<CallRecord>();
    announceRing(call, attempt.caller);
    return { callId: call._id.toString(), state: 'ringing' };
  } catch (error) {
    // The unique index: one of the two came into another call in this moment.
    if (duplicateKey(error)) return null;
    throw error;
  }
}

async function acceptTheirs(theirs: CallRecord, user: SessionUser, deviceId: string): Promise<CallUserReply | null> {
  const accepted = await acceptRinging(theirs._id.toString(), user, deviceId, { answered: false });
  if (accepted) return { callId: accepted._id.toString(), state: 'accepted', offer: accepted.offer! };
  const isOverdue = theirs.ringsUntil!.getTime() <= now();
  if (isOverdue) await endCall(theirs, 'missed');
  return null;
}

/** The first device of the callee wins, by compare-and-set; gives the call as it was while it rang. */
export async function acceptRinging(
  callId: string,
  user: SessionUser,
  deviceId: string,
  { answered }: { answered: boolean },
): Promise<CallRecord | null> {
  const at = new Date(now());
  const rang = await CallModel.findOneAndUpdate(
    { _id: callId, kind: 'call', calleeId: user.id, state: 'ringing', ringsUntil: { $gt: at } },
    { state: 'connecting', calleeDevice: deviceId, answeredAt: at, answered, offer: null },
    { returnDocument: 'before' },
  ).lean<CallRecord>();
  if (rang) announceAccepted(rang, user, deviceId);
  return rang;
}

function rowOf({ user, deviceId, calleeId, appointmentId }: Attempt, endedAs?: CallEndReason) {
  const startedAt = new Date(now());
  return {
    kind: 'call' as const,
    callerId: user.id,
    calleeId,
    participants: [user.id, calleeId],
    appointmentId,
    callerDevice: deviceId,
    startedAt,
    ...(endedAs
      ? { state: 'ended' as const, reason: endedAs, endedAt: startedAt }
      : { state: 'ringing' as const, ringsUntil: new Date(startedAt.getTime() + RING_SECONDS * 1000) }),
  };
}

const isFromTo = (call: CallRecord, from: string, to: string) =>
  call.callerId.toString() === from && call.calleeId.toString() === to;
