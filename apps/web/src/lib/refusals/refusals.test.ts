import type { ErrorCode } from '@health-connect/contract/errors';
import type { Refusal } from '@health-connect/contract/refusals';
import { expect, test } from 'vitest';
import { switchLanguage } from '../../../test/switch-language.js';
import { messageOf, networkError, refusedBy } from '../api-error.js';
import { problemWords } from './refusal-words.js';

const said = async (refusal: object) => messageOf(await refusedBy({ message: 'Never shown.', ...refusal } as Refusal));

test('a refusal is told by our words for its reason, with what it carries', async () => {
  expect(await said({ code: 'slot_not_offered', reason: 'too_close' })).toBe(
    'This time is too close now. Choose a later one.',
  );
  expect(await said({ code: 'rate_limited', reason: 'too_often', params: { seconds: 1 } })).toBe(
    'That was too often. Please try again in 1 second.',
  );
  expect(await said({ code: 'rate_limited', reason: 'messages_of_today', params: { count: 40, seconds: 9000 } })).toBe(
    'You have sent 40 messages today, which is the most. Please try again in 3 hours.',
  );
  expect(await said({ code: 'email_taken', reason: 'email_taken_in_role', params: { role: 'doctor' } })).toBe(
    'There is already a doctor account with this e-mail. Sign in instead.',
  );
  const params = { megabytes: 80.5, left: 0 };
  expect(await said({ code: 'quota_exceeded', reason: 'pictures_fill_account', params })).toMatch(/^.*80\.5 MB.* 0 MB/);
});

test('of times without a field of their own, which is wrong is said at once', async () => {
  const params = { day: 'monday', start: '23:30', end: '00:30' };
  const errors = [{ path: 'overrides', problem: 'overlaps_on_day', params }];
  expect(await said({ code: 'validation_failed', reason: 'wrong_times', errors })).toBe(
    'Please check the times. Overlaps with Monday, 23:30 to 00:30. Change one of the two.',
  );
});

test('what a newer server says is told by the words for its code, and a code that nobody knows as our failure', async () => {
  expect(await said({ code: 'slot_not_offered', reason: 'moon_is_full' })).toBe(
    'The doctor does not offer this time. Choose one from the list.',
  );
  expect(await said({ code: 'moonlight' as ErrorCode, reason: 'moon_is_full' })).toMatch(/went wrong on our side/);
  expect(problemWords({ problem: 'moonlit' as 'wrong' })).toBe('Is not valid.');
  expect(problemWords({ problem: 'moonlit' as 'too_long', params: { max: 3 } })).toBe('Is not valid.');
});

test('words are drawn in the language of the moment, not of the failure', async () => {
  const refusal = await refusedBy({ code: 'not_found', reason: 'not_found', message: '' });
  const away = networkError();
  const failures = [refusal, away, new Error('a bug')];
  for (const failure of failures) expect(messageOf(failure)).toMatch(/[a-z]/);
  switchLanguage();
  for (const failure of failures) expect(messageOf(failure)).not.toMatch(/[a-z]/);
});
