import type { SessionUser } from '@health-connect/contract/accounts';
import { LRUCache } from 'lru-cache';
import { AccountModel, type DoctorRecord } from '../../db/accounts.js';
import { notFound } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { writingRoom } from '../../realtime/rooms.js';
import type { AppSocket } from '../../realtime/types.js';
import { hasCareRelationship } from '../appointments/service.js';
import { ConversationModel, type ConversationRecord } from './model.js';
import { type Pair, pairOf } from './pair.js';
import { canWrite, type Ties } from './policy.js';

/** For this long a permission that only a suspension could end is not asked for again. */
const REMEMBER_MS = 10_000;
const REMEMBERED = 20_000;
const granted = new LRUCache<string, number>({ max: REMEMBERED });

const FACTS = { role: 1, suspendedAt: 1, verification: 1 } as const;
const NO_TIES: Ties = { patientWrote: false, hasCare: false };

/**
 * Gives the pair, if the user may write to the other now.
 * @throws AppError `not_found`, alike for a stranger and for nobody.
 */
export async function requireMayWrite(user: SessionUser, otherId: string): Promise<Pair> {
  const pair = pairOf(user, otherId);
  if (!(await mayWrite(user, pair))) throw notFound();
  return pair;
}

async function mayWrite(user: SessionUser, pair: Pair): Promise<boolean> {
  const key = `${user.id}>${pair.id}`;
  if ((granted.get(key) ?? 0) > now()) return true;

  const otherId = user.role === 'doctor' ? pair.patientId : pair.doctorId;
  const other = await AccountModel.findById(otherId, FACTS).lean<DoctorRecord>();
  if (!other) return false;
  const ties = user.role === 'doctor' ? await tiesOf(pair) : NO_TIES;
  const allowed = canWrite(user, other, ties);
  // A care relationship can end at any moment, and the next message must notice.
  if (allowed && (user.role === 'patient' || ties.patientWrote)) granted.set(key, now() + REMEMBER_MS);
  return allowed;
}

/**
 * The same for a socket. A doctor's device that was let in once keeps its place in a room, which it loses when the care
 * relationship ends: a message then costs no query about who may write.
 */
export async function requireMayWriteFrom(socket: AppSocket, otherId: string): Promise<Pair> {
  const { user } = socket.data;
  const pair = pairOf(user, otherId);
  const room = writingRoom(pair.id);
  if (socket.rooms.has(room)) return pair;
  if (!(await mayWrite(user, pair))) throw notFound();
  if (user.role === 'doctor') await socket.join(room);
  return pair;
}

/** Whether anything ties the two, so that the doctor may write to the patient. */
export async function hasTies(pair: Pair): Promise<boolean> {
  const { patientWrote, hasCare } = await tiesOf(pair);
  return patientWrote || hasCare;
}

/** What was written stays readable for the two, also after they may no longer write. */
export async function requireMayRead(
  user: SessionUser,
  otherId: string,
): Promise<{ pair: Pair; conversation: ConversationRecord | null }> {
  const pair = pairOf(user, otherId);
  const conversation = await ConversationModel.findById(pair.id).lean<ConversationRecord>();
  if (!conversation && !(await mayWrite(user, pair))) throw notFound();
  return { pair, conversation };
}

async function tiesOf(pair: Pair): Promise<Ties> {
  const conversation = await ConversationModel.findById(pair.id, { lastSeq: 1, doctorCount: 1 }).lean();
  if (patientWroteIn(conversation)) return { patientWrote: true, hasCare: false };
  return { patientWrote: false, hasCare: await hasCareRelationship(pair.doctorId, pair.patientId) };
}

export const patientWroteIn = (conversation: Pick<ConversationRecord, 'lastSeq' | 'doctorCount'> | null) =>
  conversation !== null && conversation.lastSeq > conversation.doctorCount;
