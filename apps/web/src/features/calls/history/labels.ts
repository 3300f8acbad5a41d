import type { CallEndReason, CallRecord } from '@health-connect/contract/calls';

const AS_CALLER: Record<CallEndReason, string> = {
  completed: 'Call',
  declined: 'Declined',
  cancelled: 'You hung up before it was answered',
  missed: 'No answer',
  busy: 'They were in another call',
  failed: 'The connection was lost',
  unreachable: 'Could not be reached',
  superseded: 'You called again',
};

/** What became of a call or visit, as its reader sees it: `Missed call`, `Visit, 12 min`. */
export function historyLabel({ kind, direction, state, reason, answeredAt, durationSeconds }: CallRecord): string {
  const what = kind === 'consult' ? 'Visit' : direction === 'outgoing' ? 'You called' : 'They called';
  if (state !== 'ended') return `${what}, going on now`;
  if (answeredAt !== null) return `${what}, ${duration(durationSeconds)}`;
  if (direction === 'outgoing') return AS_CALLER[reason ?? 'failed'];
  return reason === 'declined' ? 'You declined' : 'Missed call';
}

/** Whether the reader did not get to a call that was for them. */
export const isMissed = ({ direction, state, answeredAt, reason }: CallRecord) =>
  direction === 'incoming' && state === 'ended' && answeredAt === null && reason !== 'declined';

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
