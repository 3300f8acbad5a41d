import type { CallRecord } from '@health-connect/contract/calls';
import { describe, expect, test } from 'vitest';
import { historyLabel, isMissed } from './labels.js';

const record = (over: Partial<CallRecord> = {}): CallRecord => ({
  _id: '1',
  kind: 'call',
  direction: 'outgoing',
  peer: { _id: '2', name: 'Camila', avatar: '', role: 'patient' },
  appointmentId: null,
  state: 'ended',
  reason: 'completed',
  startedAt: '2026-11-20T08:00:00.000Z',
  answeredAt: null,
  endedAt: '2026-11-20T08:01:00.000Z',
  durationSeconds: 0,
  ...over,
});
const answeredAt = '2026-11-20T08:00:10.000Z';

describe('what became of a call', () => {
  test.each([
    ['declined', 'Declined', 'You declined'],
    ['missed', 'No answer', 'Missed call'],
    ['cancelled', 'You hung up before it was answered', 'Missed call'],
    ['busy', 'They were in another call', 'Missed call'],
    ['unreachable', 'Could not be reached', 'Missed call'],
  ] as const)('%s: "%s" to the caller, "%s" to the other', (reason, caller, callee) => {
    expect(historyLabel(record({ reason }))).toBe(caller);
    expect(historyLabel(record({ reason, direction: 'incoming' }))).toBe(callee);
  });

  test.each([
    [45, 'You called, 45 s'],
    [720, 'You called, 12 min'],
    [3_900, 'You called, 1 h 5 min'],
  ])('talk of %i s', (durationSeconds, words) => {
    expect(historyLabel(record({ answeredAt, durationSeconds }))).toBe(words);
  });

  test('a visit is a visit, and what goes on says so', () => {
    expect(historyLabel(record({ kind: 'consult', answeredAt, durationSeconds: 600 }))).toBe('Visit, 10 min');
    expect(historyLabel(record({ direction: 'incoming', state: 'active', answeredAt }))).toBe(
      'They called, going on now',
    );
  });

  test('only what did not reach its reader is missed', () => {
    expect(isMissed(record({ direction: 'incoming', reason: 'missed' }))).toBe(true);
    expect(isMissed(record({ direction: 'incoming', reason: 'declined' }))).toBe(false);
    expect(isMissed(record({ reason: 'missed' }))).toBe(false);
  });
});
