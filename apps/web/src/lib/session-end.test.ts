import { listOwnAppointments } from '@health-connect/contract/appointments';
import { replacePassword } from '@health-connect/contract/auth';
import { savePatientProfile } from '@health-connect/contract/patients';
import { nothing, route } from '@health-connect/contract/route';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeApi, refusal } from '../../test/fake-api.js';
import { type ApiError, awayOf } from './api-error.js';
import { call } from './call.js';
import { hostSignIn, sessionEnd, settleSession } from './session-end.js';

const declared = { path: '/x', allow: 'anyone', answer: nothing(), summary: 'Of this test alone.' } as const;
const put = route({ ...declared, method: 'put' });
const post = route({ ...declared, method: 'post', headers: { 'Idempotency-Key': 'Sent twice it is done once.' } });
const full = route({ ...declared, method: 'post', path: '/full' });

const over = () => refusal(401, 'unauthenticated');
let leave = () => {};
afterEach(() => leave());

test('FR-7: a write that finds the session ended waits for signing in, and is sent again with every word', async () => {
  let signedIn = false;
  const api = fakeApi({ 'PUT /api/patients/profile': (body) => (signedIn ? { data: body } : over()) });
  leave = hostSignIn();
  const saving = call(savePatientProfile, { body: { allergies: 'Penicillin' } });
  await vi.waitFor(() => expect(sessionEnd.get()).toBe(true));
  signedIn = true;
  settleSession(true);
  expect(await saving).toEqual({ allergies: 'Penicillin' });
  expect(api.calls).toHaveLength(2);
  expect(sessionEnd.get()).toBe(false);
});

test('who leaves instead of signing in gets the refusal, and nothing is sent again', async () => {
  const api = fakeApi({ 'PUT /api/patients/profile': over });
  leave = hostSignIn();
  const saving = call(savePatientProfile, { body: {} }).catch((error: unknown) => error);
  await vi.waitFor(() => expect(sessionEnd.get()).toBe(true));
  leave();
  expect(await saving).toMatchObject({ code: 'unauthenticated' });
  expect(api.calls).toHaveLength(1);
});

test('a read never asks, nor does a write where nobody can be asked', async () => {
  fakeApi({ 'GET /api/appointments': over, 'POST /api/auth/password': over });
  await expect(
    call(replacePassword, { body: { currentPassword: 'old', newPassword: 'a new password' } }),
  ).rejects.toMatchObject({ code: 'unauthenticated' });
  leave = hostSignIn();
  await expect(call(listOwnAppointments)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(sessionEnd.get()).toBe(false);
});

test('what may be sent twice says so: a PUT, and a POST with a key; nothing else, and no refusal', async () => {
  const away = () => refusal(503, 'unavailable');
  fakeApi({
    'PUT /api/x': away,
    'POST /api/x': away,
    'POST /api/full': () => refusal(400, 'validation_failed'),
  });
  const failing = async (write: Promise<unknown>) => awayOf(await write.catch((error: unknown) => error as ApiError));
  expect(await failing(call(put))).toBe('repeats');
  expect(await failing(call(put, { repeatable: false }))).toBe('asks');
  expect(await failing(call(post))).toBe('asks');
  expect(await failing(call(post, { headers: { 'Idempotency-Key': 'k' } }))).toBe('repeats');
  expect(await failing(call(full))).toBeNull();
});
