import { describe, expect, test } from 'vitest';
import { cookieOf, createTestApp } from '../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../test/factories.js';
import { connectSocket } from '../../test/socket.js';
import { AccountModel } from '../db/accounts.js';
import { env } from '../env.js';
import { signSession } from '../lib/tokens.js';

const app = createTestApp();
const origin = env.publicUrl;
const connect = (options: Omit<Parameters<typeof connectSocket>[1], 'origin'> & { origin?: string }) =>
  connectSocket(app.url(), { origin, ...options });

describe('SEC-2: who a socket is', () => {
  test('the session decides, whatever id stands in the query, the handshake or the payload', async () => {
    const { doctor, patient } = await buildAppointment();
    const eve = await buildPatient();
    const forged = await connect({ cookie: cookieOf(eve), query: { userId: patient.id } });
    const desk = await app.socket(doctor);
    const message = { to: patient.id, type: 'text', text: 'For you alone', clientId: 'forged-1' };
    await desk.request('message-send', message);
    await forged.request('presence-watch', { userIds: [] });
    expect(forged.heard('message-receive')).toEqual([]);
    const payload = { ...message, to: doctor.id, from: patient.id };
    expect(await forged.request('message-send', payload)).toMatchObject({ error: { code: 'validation_failed' } });
    forged.close();
  });

  test.each([
    ['no session', () => ({})],
    ['a forged session', () => ({ cookie: 'token=abc.def.ghi' })],
    ['a forged token', () => ({ token: 'abc.def.ghi' })],
  ])('%s is refused', async (_, options) => {
    await expect(connect(options())).rejects.toThrow('unauthenticated');
  });

  test('a page of another origin is refused although it has the cookie', async () => {
    const cookie = cookieOf(await buildPatient());
    await expect(connect({ cookie, origin: 'https://elsewhere.example' })).rejects.toThrow();
  });

  test('an old version and a suspended account are refused', async () => {
    const [old, suspended] = [await buildPatient({ version: 1 }), await buildDoctor({ suspendedAt: new Date() })];
    await expect(connect({ cookie: cookieOf({ ...old, version: 0 }) })).rejects.toThrow('unauthenticated');
    await expect(connect({ cookie: cookieOf(suspended) })).rejects.toThrow('unauthenticated');
  });

  test('another client may bring its token instead of the cookie', async () => {
    const { id, role } = await buildPatient();
    const socket = await connect({ token: signSession({ userId: id, role, version: 0 }) });
    expect((await socket.request('presence-watch', { userIds: [] })).ok).toBe(true);
    socket.close();
  });

  test('SEC-5: signing out everywhere closes every socket, with the reason', async () => {
    const patient = await buildPatient();
    const devices = await Promise.all([app.socket(patient), app.socket(patient)]);
    await app.as(patient).post('/api/auth/logout-everywhere');
    for (const device of devices) {
      expect(await device.next('session-ended')).toEqual({ reason: 'signed_out' });
      await device.closed();
    }
    expect((await AccountModel.findById(patient._id).lean())!.version).toBe(1);
  });
});

describe('SEC-4: what a socket sends', () => {
  test.each([
    ['an operator', { to: { $gt: '' }, type: 'text', text: 'Hi', clientId: 'client-1' }],
    ['a list for one value', { to: ['a'.repeat(24)], type: 'text', text: 'Hi', clientId: 'client-1' }],
    ['a prototype key', JSON.parse('{"__proto__": {"to": "x"}, "type": "text"}')],
    ['text for an object', 'hello'],
    ['nothing', undefined],
    ['an unknown kind', { to: 'a'.repeat(24), type: 'html', text: '<b>', clientId: 'client-1' }],
  ])('%s gets an error answer and changes nothing', async (_, payload) => {
    const socket = await app.socket(await buildPatient());
    const reply = await socket.request('message-send', payload);
    expect(reply).toMatchObject({ ok: false, error: { code: 'validation_failed' } });
  });
});
