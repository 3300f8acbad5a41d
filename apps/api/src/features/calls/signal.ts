import type { SessionUser } from '@health-connect/contract/accounts';
import { ensure, refused } from '../../http/errors.js';
import { callRoom } from '../../realtime/rooms.js';
import type { AppSocket } from '../../realtime/types.js';
import { callOver, findOwnCall } from './end.js';
import { CallModel } from './model.js';
import { isBound } from './policy.js';

const ROOM_PREFIX = callRoom('');

/** The accepted call that this socket is in, from its rooms: the hot path asks no database. */
export const callIdOf = (socket: AppSocket): string | undefined => {
  for (const room of socket.rooms) if (room.startsWith(ROOM_PREFIX)) return room.slice(ROOM_PREFIX.length);
  return undefined;
};

/**
 * The room of an accepted call, to which this socket may signal. Membership is the permission; one that another
 * server process has not told us of yet is looked up once.
 */
export async function requireCallRoom(socket: AppSocket, callId = callIdOf(socket)): Promise<string> {
  ensure(callId, 'no_call_here');
  const room = callRoom(callId);
  if (!socket.rooms.has(room)) {
    await requireAccepted(socket.data.user, socket.data.deviceId, callId);
    await socket.join(room);
  }
  return room;
}

async function requireAccepted(user: SessionUser, deviceId: string, callId: string) {
  const call = await findOwnCall(user, callId);
  if (call.state === 'ringing') throw refused('call_not_accepted');
  if (call.state === 'ended' || !isBound(call, user.id, deviceId)) throw callOver(call);
}

/** Media flows on both sides. */
export async function markActive(callId: string): Promise<void> {
  await CallModel.updateOne({ _id: callId, state: 'connecting' }, { state: 'active' });
}
