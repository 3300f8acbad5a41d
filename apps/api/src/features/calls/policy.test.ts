import { Types } from 'mongoose';
import { describe, expect, test } from 'vitest';
import { endingBy } from './policy.js';

const [caller, callee, stranger] = [new Types.ObjectId(), new Types.ObjectId(), new Types.ObjectId()];
const call = { callerId: caller, calleeId: callee, callerDevice: 'laptop-a', calleeDevice: 'phone-b' };
const ringing = { ...call, calleeDevice: null, state: 'ringing' as const };

describe('who may end a call, and as what', () => {
  test.each([
    ['the caller cancels while it rings', ringing, caller, 'laptop-a', undefined, 'cancelled'],
    ['another device of the caller may not', ringing, caller, 'tablet-a', undefined, null],
    ['any device of the callee declines', ringing, callee, 'tablet-b', undefined, 'declined'],
    [
      'a cancel after the accept ends it too',
      { ...call, state: 'connecting' },
      caller,
      'laptop-a',
      'cancelled',
      'cancelled',
    ],
    ['hanging up a talk completes it', { ...call, state: 'active' }, callee, 'phone-b', undefined, 'completed'],
    ['a talk cannot be cancelled any more', { ...call, state: 'active' }, caller, 'laptop-a', 'cancelled', 'completed'],
    ['lost media fails it', { ...call, state: 'active' }, callee, 'phone-b', 'failed', 'failed'],
    [
      'CALL-3: a device that lost the race has no say',
      { ...call, state: 'active' },
      callee,
      'tablet-b',
      undefined,
      null,
    ],
    ['what is over stays over', { ...call, state: 'ended' }, caller, 'laptop-a', undefined, null],
    ['a stranger has no say', { ...call, state: 'active' }, stranger, 'laptop-a', undefined, null],
    ['a stranger cannot decline', ringing, stranger, 'phone-b', undefined, null],
  ] as const)('%s', (_, record, user, device, wish, reason) => {
    expect(endingBy(record, user.toString(), device, wish)).toBe(reason);
  });
});
