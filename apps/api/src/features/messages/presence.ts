import type { SessionUser } from '@health-connect/contract/accounts';
import { type Presence, presenceChanged } from '@health-connect/contract/presence';
import { AccountModel, DoctorModel } from '../../db/accounts.js';
import { now } from '../../lib/clock.js';
import { isOnline, publish, socketsIn } from '../../realtime/publish.js';
import { presenceRoom, userRoom } from '../../realtime/rooms.js';
import { careRelationshipIds } from '../appointments/service.js';
import { patientWroteIn } from './access.js';
import { ConversationModel } from './model.js';
import { pairId } from './pair.js';

/** Which of these people have at least one device connected, over all server processes. */
async function onlineAmong(userIds: string[]): Promise<Set<string>> {
  const sockets = await socketsIn(userIds.map(userRoom));
  return new Set(sockets.map(({ data }) => data.user.id));
}

/** The states of those whom the user may write to; anyone else is offline, whoever they are. */
export async function watch(
  user: SessionUser,
  userIds: string[],
): Promise<{ visible: Set<string>; states: Presence[] }> {
  const ids = userIds.map((id) => id.toLowerCase());
  const visible = await visibleTo(user, ids);
  const [online, accounts] = await Promise.all([
    onlineAmong([...visible]),
    AccountModel.find({ _id: { $in: [...visible] } }, { lastSeenAt: 1 }).lean(),
  ]);
  const seen = new Map(accounts.map(({ _id, lastSeenAt }) => [_id.toString(), lastSeenAt]));
  const states = ids.map((userId) => ({
    userId,
    online: online.has(userId),
    lastSeenAt: seen.get(userId)?.toISOString() ?? null,
  }));
  return { visible, states };
}

async function visibleTo(user: SessionUser, ids: string[]): Promise<Set<string>> {
  if (user.role === 'patient') {
    const doctors = await DoctorModel.find(
      { _id: { $in: ids }, verification: 'verified', suspendedAt: null },
      { _id: 1 },
    ).lean();
    return new Set(doctors.map(({ _id }) => _id.toString()));
  }
  if (user.role !== 'doctor') return new Set();
  const conversationIds = ids.map((patientId) => pairId(user.id, patientId));
  const [conversations, cared] = await Promise.all([
    ConversationModel.find({ _id: { $in: conversationIds } }, { patientId: 1, lastSeq: 1, doctorCount: 1 }).lean(),
    careRelationshipIds(user),
  ]);
  const wrote = conversations.filter(patientWroteIn).map(({ patientId }) => patientId.toString());
  const known = new Set([...wrote, ...cared]);
  return new Set(ids.filter((id) => known.has(id)));
}

export const announceOnline = (userId: string) =>
  publish(presenceRoom(userId), presenceChanged, { userId, online: true, lastSeenAt: null });

/** Once no device has been connected for the grace: a reload or a blink of Wi-Fi is not going away. */
export async function announceOfflineIfGone(userId: string): Promise<void> {
  if (await isOnline(userId)) return;
  const lastSeenAt = new Date(now());
  await AccountModel.updateOne({ _id: userId }, { lastSeenAt });
  publish(presenceRoom(userId), presenceChanged, { userId, online: false, lastSeenAt: lastSeenAt.toISOString() });
}
