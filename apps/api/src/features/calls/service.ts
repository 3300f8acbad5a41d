import type { Person, SessionUser } from '@health-connect/contract/accounts';
import type { CallRecord as CallRow } from '@health-connect/contract/calls';
import { AccountModel } from '../../db/accounts.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, type Page, pageOf } from '../../http/cursor.js';
import { now } from '../../lib/clock.js';
import { repeat } from '../../lib/repeat.js';
import { CallModel, type CallRecord } from './model.js';
import { sideOf } from './policy.js';
import { presentCall } from './present.js';
import { sweepGone, sweepRinging } from './sweep.js';

/** Calls and consults of a person, latest first. */
export async function listCalls(
  user: SessionUser,
  { limit = DEFAULT_PAGE, cursor }: { limit?: number; cursor?: string },
): Promise<Page<CallRow>> {
  const after = decodeCursor(cursor, ['number', 'id']);
  const { items, nextCursor } = await pageOf(
    limit,
    (most) =>
      CallModel.find({ participants: user.id, ...(after && olderThan(new Date(after[0]), after[1])) })
        .sort({ startedAt: -1, _id: -1 })
        .limit(most)
        .lean<CallRecord[]>(),
    ({ startedAt, _id }) => encodeCursor([startedAt.getTime(), _id.toString()]),
  );
  return { items: await withPeers(user, items), nextCursor };
}

const olderThan = (startedAt: Date, id: string) => ({
  $or: [{ startedAt: { $lt: startedAt } }, { startedAt, _id: { $lt: id } }],
});

async function withPeers(user: SessionUser, calls: CallRecord[]): Promise<CallRow[]> {
  const peerIdOf = (call: CallRecord) => (sideOf(call, user.id) === 'caller' ? call.calleeId : call.callerId);
  const people = await AccountModel.find({ _id: { $in: calls.map(peerIdOf) } }, { name: 1, avatar: 1, role: 1 }).lean();
  const peers = new Map<string, Person>(
    people.map(({ _id, name, avatar, role }) => [_id.toString(), { _id: _id.toString(), name, avatar, role }]),
  );
  return calls.flatMap((call) => {
    const peer = peers.get(peerIdOf(call).toString());
    return peer ? [presentCall(call, sideOf(call, user.id)!, peer)] : [];
  });
}

/** In a consult doctor and patient are together: it begins, or goes on, in the history of both. */
export async function recordConsult(appointmentId: string, doctorId: string, patientId: string): Promise<void> {
  const at = new Date(now());
  await CallModel.updateOne(
    { appointmentId, kind: 'consult' },
    {
      $set: { state: 'active', endedAt: null, reason: null },
      $setOnInsert: {
        callerId: doctorId,
        calleeId: patientId,
        participants: [doctorId, patientId],
        startedAt: at,
        answeredAt: at,
      },
    },
    { upsert: true },
  );
}

export async function recordConsultEnd(appointmentId: string): Promise<void> {
  await CallModel.updateOne(
    { appointmentId, kind: 'consult', state: 'active' },
    { state: 'ended', reason: 'completed', endedAt: new Date(now()) },
  );
}

const RINGING_SWEEP_MS = 1000;
const GONE_SWEEP_MS = 10_000;

/** Lets stored deadlines pass, in this process; gives what stops it. */
export function startCalls(): () => void {
  const stops = [repeat(RINGING_SWEEP_MS, sweepRinging), repeat(GONE_SWEEP_MS, sweepGone)];
  return () => stops.forEach((stop) => stop());
}
