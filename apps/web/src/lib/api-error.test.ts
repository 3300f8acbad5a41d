import { expect, test } from 'vitest';
import { ApiError, type FailureCode, isPassing } from './api-error.js';

const failure = (code: FailureCode) => new ApiError({ code });

test.each(['network', 'unreadable', 'internal', 'unavailable', 'storage_full', 'rate_limited'] as const)(
  'another try can mend %s',
  (code) => expect(isPassing(failure(code))).toBe(true),
);

test.each(['validation_failed', 'not_found', 'unauthenticated', 'call_over'] as const)('no try mends %s', (code) =>
  expect(isPassing(failure(code))).toBe(false),
);

test('what is no failure of ours is none that passes', () => {
  expect(isPassing(new Error('a bug'))).toBe(false);
});
