import type { Person } from '@health-connect/contract/accounts';
import type { CallEndReason, CallRecord as CallRow } from '@health-connect/contract/calls';
import type { CallRecord } from './model.js';
import type { CallSide } from './policy.js';

/** To the callee all these are a call that they missed; whether they were offline or busy is not the caller's word. */
const MISSED_BY_CALLEE: CallEndReason[] = ['unreachable', 'busy'];

export function presentCall(call: CallRecord, side: CallSide, peer: Person): CallRow {
  const { reason, answeredAt, endedAt } = call;
  return {
    _id: call._id.toString(),
    kind: call.kind,
    direction: side === 'caller' ? 'outgoing' : 'incoming',
    peer,
    appointmentId: call.appointmentId?.toString() ?? null,
    state: call.state,
    reason: side === 'callee' && reason && MISSED_BY_CALLEE.includes(reason) ? 'missed' : reason,
    startedAt: call.startedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    durationSeconds: answeredAt && endedAt ? Math.round((endedAt.getTime() - answeredAt.getTime()) / 1000) : 0,
  };
}
