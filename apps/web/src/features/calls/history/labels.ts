import type { CallEndReason, CallRecord } from '@health-connect/contract/calls';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { formatNumber } from '../../../lib/write.js';

const AS_CALLER: Record<CallEndReason, MessageDescriptor> = {
  completed: msg({ message: 'Call', context: 'noun' }),
  declined: msg`Declined`,
  cancelled: msg`You hung up before it was answered`,
  missed: msg`No answer`,
  busy: msg`They were in another call`,
  failed: msg`The connection was lost`,
  unreachable: msg`Could not be reached`,
  superseded: msg`You called again`,
};

/** What became of a call or visit, as its reader sees it: `Missed call`, `Visit, 12 min`. */
export function historyLabel(call: CallRecord): string {
  const { direction, state, reason, answeredAt, durationSeconds } = call;
  if (state !== 'ended') return goesOn(call);
  if (answeredAt !== null) return talked(call, duration(durationSeconds));
  if (direction === 'outgoing') return i18n._(AS_CALLER[reason ?? 'failed']);
  return reason === 'declined' ? t`You declined` : t`Missed call`;
}

function goesOn({ kind, direction }: CallRecord): string {
  if (kind === 'consult') return t`Visit, going on now`;
  return direction === 'outgoing' ? t`You called, going on now` : t`They called, going on now`;
}

function talked({ kind, direction }: CallRecord, duration: string): string {
  if (kind === 'consult') return t`Visit, ${duration}`;
  return direction === 'outgoing' ? t`You called, ${duration}` : t`They called, ${duration}`;
}

/** Whether the reader did not get to a call that was for them. */
export const isMissed = ({ direction, state, answeredAt, reason }: CallRecord) =>
  direction === 'incoming' && state === 'ended' && answeredAt === null && reason !== 'declined';

function duration(seconds: number): string {
  if (seconds < 60) return plural(seconds, { other: '# s' });
  const all = Math.round(seconds / 60);
  const [hours, minutes] = [formatNumber(Math.floor(all / 60)), formatNumber(all % 60)];
  return all < 60 ? t`${minutes} min` : t`${hours} h ${minutes} min`;
}
