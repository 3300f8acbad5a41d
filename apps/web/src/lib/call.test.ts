import { book, listOwnAppointments } from '@health-connect/contract/appointments';
import { register } from '@health-connect/contract/auth';
import { readDoctor, searchDoctors } from '@health-connect/contract/doctors';
import { localDate, optional } from '@health-connect/contract/fields';
import { answers, route } from '@health-connect/contract/route';
import { expect, test, vi } from 'vitest';
import { fakeApi, refusal } from '../../test/fake-api.js';
import { ApiError, messageOf } from './api-error.js';
import { addressOf, call, callPage } from './call.js';

const COUGH = { doctorId: 'd1', startsAt: '2026-11-24T16:00:00.000Z', reason: 'Cough' };
const NOBODY = { name: '', email: '', password: '', role: 'patient' as const };

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error as ApiError,
  );

test('an answer is the data of its envelope', async () => {
  fakeApi({ 'GET /api/doctors': () => ({ data: [{ name: 'Mereana' }] }) });
  expect(await call(searchDoctors)).toEqual([{ name: 'Mereana' }]);
});

test('empty filters stay out of the address', async () => {
  fakeApi({ 'GET /api/doctors': (_, url) => ({ data: url.search }) });
  expect(await call(searchDoctors, { query: { q: '', sort: 'rating', cursor: null, limit: 20 } })).toBe(
    '?sort=rating&limit=20',
  );
});

test('a page carries the cursor of the next one, null at the end', async () => {
  fakeApi({
    'GET /api/doctors': () => ({ data: [1], meta: { nextCursor: 'abc', total: 2 } }),
    'GET /api/appointments': () => ({ data: [] }),
  });
  expect((await callPage(searchDoctors)).meta).toEqual({ nextCursor: 'abc', total: 2 });
  expect((await callPage(listOwnAppointments)).meta.nextCursor).toBeNull();
});

test('a body goes out as JSON, with the headers that were asked for', async () => {
  const api = fakeApi({ 'POST /api/appointments': () => ({ status: 201, data: null }) });
  await call(book, { body: COUGH, headers: { 'Idempotency-Key': 'k1' } });
  expect(api.calls[0]?.body).toEqual(COUGH);
  expect(api.calls[0]?.headers.get('Idempotency-Key')).toBe('k1');
  expect(api.calls[0]?.headers.get('Content-Type')).toBe('application/json');
});

test('a refusal is an ApiError with its code, reason, status and field errors, and words of ours for each', async () => {
  const errors = [{ path: 'email', problem: 'not_an_email' as const }];
  fakeApi({ 'POST /api/auth/register': () => refusal(400, 'validation_failed', { errors }) });
  const failure = await failureOf(call(register, { body: NOBODY }));
  expect(failure).toBeInstanceOf(ApiError);
  expect(failure).toMatchObject({
    code: 'validation_failed',
    reason: 'validation_failed',
    status: 400,
    errors,
    requestId: 'test',
  });
  expect(messageOf(failure)).toBe('Please check the highlighted fields.');
});

test('an absent network is a failure with words, not an exception from somewhere else', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failureOf(call(searchDoctors))).toMatchObject({ code: 'network', status: 0 });
});

test('an answer that is not ours says so', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }));
  expect(await failureOf(call(searchDoctors))).toMatchObject({ code: 'unreadable', status: 502 });
});

test('an abort that the caller asked for is not reported as a lost network', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason as Error));
  const stop = new AbortController();
  stop.abort();
  await expect(call(searchDoctors, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('no test reaches a network: what it did not answer itself is away, without a word on the console', async () => {
  await expect(fetch('http://127.0.0.1:3000/')).rejects.toThrow('There is no network in a test.');
});

test('parameters stand in the address, so that nothing in them can lead elsewhere', async () => {
  const api = fakeApi({});
  await failureOf(call(readDoctor, { params: { id: 'a/../b' } }));
  expect(api.calls[0]?.key).toBe('GET /api/doctors/a%2F..%2Fb');
  expect(addressOf(readDoctor, { params: { id: 'd1' } })).toBe('/api/doctors/d1');
});

test('without its parameter a path leads nowhere else: nothing is sent', async () => {
  const api = fakeApi({});
  await expect(call(readDoctor, { params: { id: '' } })).rejects.toThrow('/doctors/:id needs its id.');
  // @ts-expect-error the parameters must be there
  await expect(call(readDoctor, {})).rejects.toThrow('/doctors/:id needs its id.');
  // @ts-expect-error so must those of an address
  expect(() => addressOf(readDoctor, {})).toThrow('/doctors/:id needs its id.');
  expect(api.calls).toEqual([]);
});

test('what a query needs must be there, and only the rest may be empty', () => {
  const readDay = route({
    method: 'get',
    path: '/days',
    allow: 'anyone',
    query: { day: localDate(), until: optional(localDate()) },
    answer: answers<null>(),
    summary: 'A day.',
  });
  expect(addressOf(readDay, { query: { day: '2026-11-24', until: null } })).toBe('/api/days?day=2026-11-24');
  // @ts-expect-error a query that is needed is not left out
  addressOf(readDay, {});
  // @ts-expect-error nor is a part of it
  addressOf(readDay, { query: { until: '2026-11-24' } });
  // @ts-expect-error nor may it be nothing
  addressOf(readDay, { query: { day: null } });
});
