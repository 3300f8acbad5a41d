import { afterEach, describe, expect, test } from 'vitest';
import { connectSocket } from '../../../test/socket.js';
import { cookieOf, createTestApp } from '../../../test/app.js';
import { buildDoctor, buildPatient, PASSWORD } from '../../../test/factories.js';
import { AccountModel } from '../../db/accounts.js';
import { env } from '../../env.js';
import { endSession } from './service.js';
import { type Mail, setMailOutlet } from '../../lib/mail.js';

const app = createTestApp();

const ana = { name: 'Ana Silva', email: 'Ana@Example.test', password: PASSWORD, role: 'patient' };
const drKo = {
  name: 'Dr. Ko',
  email: 'ko@example.test',
  password: PASSWORD,
  role: 'doctor',
  specialization: 'Dermatology',
  experience: 3,
  qualification: 'MD',
  timeZone: 'Asia/Tokyo',
};

describe('registering', () => {
  test('a patient is signed in at once, in a cookie that scripts cannot read', async () => {
    const reply = await app.anonymous.post('/api/auth/register').send(ana);
    expect(reply.status).toBe(201);
    expect(reply.body.data).toMatchObject({
      name: 'Ana Silva',
      email: 'ana@example.test',
      role: 'patient',
      profileCompleted: false,
    });
    expect(JSON.stringify(reply.body)).not.toMatch(/password|version|\$2b/i);
    expect(reply.headers['set-cookie']?.[0]).toMatch(/^token=.+HttpOnly; SameSite=Strict/);
    const me = await app.raw().get('/api/auth/me').set('Cookie', reply.headers['set-cookie']!);
    expect(me.body.data._id).toBe(reply.body.data._id);
  });

  test('the same e-mail is taken per role, whatever its case', async () => {
    await app.anonymous.post('/api/auth/register').send({ ...ana, email: 'twice@example.test' });
    const again = await app.anonymous.post('/api/auth/register').send({ ...ana, email: 'TWICE@example.test' });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ success: false, code: 'email_taken', errors: [{ path: 'email' }] });
    const asDoctor = await app.anonymous.post('/api/auth/register').send({ ...drKo, email: 'twice@example.test' });
    expect(asDoctor.status).toBe(201);
  });

  test('a doctor must say what patients need to know', async () => {
    const reply = await app.anonymous
      .post('/api/auth/register')
      .send({ ...drKo, specialization: undefined, timeZone: undefined });
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((problem: { path: string }) => problem.path)).toEqual(['specialization', 'timeZone']);
  });

  test.each(['Mars/Olympus', 'EST5EDT;x', '+05:30', ''])('TZ-10: zone "%s" is refused', async (timeZone) => {
    const reply = await app.anonymous.post('/api/auth/register').send({ ...drKo, timeZone });
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].path).toBe('timeZone');
  });

  test.each(['admin', 'pharmacist'])('nobody registers as %s', async (role) => {
    const reply = await app.anonymous.post('/api/auth/register').send({ ...ana, role });
    expect(reply.status).toBe(400);
  });

  test('a password of more than 72 bytes is refused, not cut', async () => {
    const reply = await app.anonymous.post('/api/auth/register').send({ ...ana, password: 'ü'.repeat(40) });
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].path).toBe('password');
  });
});

describe('signing in', () => {
  test('unknown e-mail, wrong password and wrong role get the same answer', async () => {
    const patient = await buildPatient();
    const attempts = [
      { email: 'nobody@example.test', password: PASSWORD, role: 'patient' },
      { email: patient.email, password: 'wrong password', role: 'patient' },
      { email: patient.email, password: PASSWORD, role: 'doctor' },
    ];
    const replies = await Promise.all(attempts.map((body) => app.anonymous.post('/api/auth/login').send(body)));
    expect(replies.map((reply) => reply.status)).toEqual([401, 401, 401]);
    expect(
      new Set(replies.map(({ body }) => JSON.stringify([body.code, body.reason, body.params, body.message]))).size,
    ).toBe(1);
  });

  test('the right three sign in', async () => {
    const doctor = await buildDoctor();
    const reply = await app.anonymous
      .post('/api/auth/login')
      .send({ email: doctor.email.toUpperCase(), password: PASSWORD, role: 'doctor' });
    expect(reply.status).toBe(200);
    expect(reply.body.data).toMatchObject({ _id: doctor.id, verification: 'verified' });
  });

  test('SEC-4: an operator instead of an e-mail is a bad request', async () => {
    const reply = await app.anonymous
      .post('/api/auth/login')
      .send({ email: { $gt: '' }, password: { $gt: '' }, role: 'patient' });
    expect(reply.status).toBe(400);
  });

  test('logout works when signed out', async () => {
    const reply = await app.anonymous.post('/api/auth/logout');
    expect(reply.status).toBe(200);
  });
});

describe('a session', () => {
  test('SEC-3: an unsafe request from another origin, or from none, is refused', async () => {
    const patient = await buildPatient();
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const call = app.raw().post('/api/auth/logout').set('Cookie', cookieOf(patient));
      const reply = await (origin ? call.set('Origin', origin) : call);
      expect(reply.status).toBe(403);
      expect(reply.body.code).toBe('bad_origin');
    }
  });

  test('SEC-5: a suspended account is signed out at the next request', async () => {
    const patient = await buildPatient();
    await AccountModel.updateOne({ _id: patient._id }, { suspendedAt: new Date() });
    expect((await app.as(patient).get('/api/auth/me')).status).toBe(401);
  });

  test('SEC-5: signing out ends that session for whoever kept its token, and no other', async () => {
    const patient = await buildPatient();
    const [desk, phone] = [cookieOf(patient), cookieOf(patient)];
    const me = (cookie: string) => app.raw().get('/api/auth/me').set('Cookie', cookie);
    const signOut = app.raw().post('/api/auth/logout').set('Origin', env.publicUrl);
    expect((await signOut.set('Cookie', desk)).status).toBe(200);
    expect((await me(desk)).status).toBe(401);
    expect((await me(phone)).status).toBe(200);
    await expect(connectSocket(app.url(), { origin: env.publicUrl, cookie: desk })).rejects.toThrow('unauthenticated');
  });

  test('SEC-5: a session that was signed out stays so after any number of others; beyond a hundred all end', async () => {
    const patient = await buildPatient();
    const [first, kept] = [cookieOf(patient), cookieOf(patient)];
    const me = (cookie: string) => app.raw().get('/api/auth/me').set('Cookie', cookie);
    const signOut = (cookie: string) =>
      app.raw().post('/api/auth/logout').set('Origin', env.publicUrl).set('Cookie', cookie);
    await signOut(first);
    await Promise.all(Array.from({ length: 99 }, () => signOut(cookieOf(patient))));
    expect([(await me(first)).status, (await me(kept)).status]).toEqual([401, 200]);
    await signOut(cookieOf(patient));
    expect([(await me(first)).status, (await me(kept)).status]).toEqual([401, 401]);
    // Those of the new version are remembered anew, and for a session's lifetime only.
    await signOut(cookieOf({ ...patient, version: 1 }));
    app.clock.set(Date.now() + 8 * 24 * 3600 * 1000);
    await endSession(patient as never, 'a token of later');
    app.clock.release();
    expect((await AccountModel.findById(patient._id).lean())!.signedOut).toHaveLength(1);
  });

  test('SEC-5: a socket that comes in while its session ends is closed', async () => {
    for (let round = 0; round < 12; round += 1) {
      const patient = await buildPatient();
      const coming = Array.from({ length: 6 }, () => app.socket(patient).catch(() => null));
      await app.as(patient).post('/api/auth/logout-everywhere');
      for (const socket of await Promise.all(coming)) await socket?.closed();
    }
  });

  test('SEC-5: logging out everywhere ends every session and closes every socket', async () => {
    const patient = await buildPatient();
    const phone = await app.socket(patient);
    expect((await app.as(patient).post('/api/auth/logout-everywhere')).status).toBe(200);
    expect(await phone.next('session-ended')).toEqual({ reason: 'signed_out' });
    await phone.closed();
    expect((await app.as(patient).get('/api/auth/me')).status).toBe(401);
  });

  test('changing the password needs the current one, ends other sessions and keeps this one', async () => {
    const patient = await buildPatient();
    const body = { currentPassword: PASSWORD, newPassword: 'another long password' };
    const wrong = await app
      .as(patient)
      .post('/api/auth/password')
      .send({ ...body, currentPassword: 'nope' });
    expect(wrong.body).toMatchObject({ code: 'wrong_password', errors: [{ path: 'currentPassword' }] });
    const right = await app.as(patient).post('/api/auth/password').send(body);
    expect(right.status).toBe(200);
    expect((await app.as(patient).get('/api/auth/me')).status).toBe(401);
    const kept = await app.raw().get('/api/auth/me').set('Cookie', right.headers['set-cookie']!);
    expect(kept.status).toBe(200);
  });

  test('SEC-2: a socket is who its cookie says, whatever else it claims', async () => {
    const [patient, victim] = [await buildPatient(), await buildPatient()];
    const socket = await connectSocket(app.url(), {
      cookie: cookieOf(patient),
      origin: env.publicUrl,
      query: { userId: victim.id },
    });
    const victims = await app.socket(victim);
    await app.as(victim).post('/api/auth/logout-everywhere');
    await victims.next('session-ended');
    expect(socket.heard('session-ended')).toEqual([]);
    socket.close();
  });

  test('SEC-2: a socket without a session or from a foreign origin is refused', async () => {
    const patient = await buildPatient();
    await expect(connectSocket(app.url(), { origin: env.publicUrl })).rejects.toThrow('unauthenticated');
    await expect(connectSocket(app.url(), { origin: env.publicUrl, token: 'forged' })).rejects.toThrow(
      'unauthenticated',
    );
    await expect(
      connectSocket(app.url(), { cookie: cookieOf(patient), origin: 'https://evil.example' }),
    ).rejects.toThrow();
  });
});

describe('a forgotten password', () => {
  const mails: Mail[] = [];
  afterEach(() => {
    mails.length = 0;
    setMailOutlet(null);
  });
  const collectMails = () => setMailOutlet(async (mail) => void mails.push(mail));

  test('a mailed link works once, and ends all sessions', async () => {
    collectMails();
    const patient = await buildPatient();
    await app.anonymous.post('/api/auth/forgot').send({ email: patient.email, role: 'patient' });
    expect(mails).toHaveLength(1);
    const token = mails[0]!.text.match(/#(\S+)/)![1];
    const body = { token, password: 'a fresh new password' };
    expect((await app.anonymous.post('/api/auth/reset').send(body)).status).toBe(200);
    expect((await app.anonymous.post('/api/auth/reset').send(body)).body.code).toBe('token_expired');
    expect((await app.as(patient).get('/api/auth/me')).status).toBe(401);
  });

  test('of two mailed links the second is worth nothing once the first was used', async () => {
    collectMails();
    const { email } = await buildPatient();
    for (let count = 0; count < 2; count += 1)
      await app.anonymous.post('/api/auth/forgot').send({ email, role: 'patient' });
    const [first, second] = mails.map((mail) => mail.text.match(/#(\S+)/)![1]);
    const reset = (token: string | undefined) =>
      app.anonymous.post('/api/auth/reset').send({ token, password: 'a fresh new password' });
    expect((await reset(first)).status).toBe(200);
    expect((await reset(second)).body.code).toBe('token_expired');
  });

  test('a link that is 31 minutes old is refused', async () => {
    collectMails();
    const patient = await buildPatient();
    await app.anonymous.post('/api/auth/forgot').send({ email: patient.email, role: 'patient' });
    const token = mails[0]!.text.match(/#(\S+)/)![1];
    app.clock.advanceMinutes(31);
    const reply = await app.anonymous.post('/api/auth/reset').send({ token, password: 'a fresh new password' });
    app.clock.release();
    expect(reply.body.code).toBe('token_expired');
  });

  test('the mail is in the language of the account, not of whoever asks', async () => {
    collectMails();
    const [anna, ben] = [await buildPatient({ language: 'es' }), await buildPatient()];
    for (const { email } of [anna, ben])
      await app.anonymous.post('/api/auth/forgot').set('Accept-Language', 'hi').send({ email, role: 'patient' });
    expect(mails.map(({ language }) => language)).toEqual(['es', 'en']);
  });

  test('an unknown address gets the same answer and no mail', async () => {
    collectMails();
    const patient = await buildPatient();
    const known = await app.anonymous.post('/api/auth/forgot').send({ email: patient.email, role: 'patient' });
    const unknown = await app.anonymous
      .post('/api/auth/forgot')
      .send({ email: 'nobody@example.test', role: 'patient' });
    expect(unknown.body).toEqual(known.body);
    expect(mails.map((mail) => mail.to)).toEqual([patient.email]);
  });

  test('without a mail server it says so', async () => {
    const reply = await app.anonymous.post('/api/auth/forgot').send({ email: 'a@example.test', role: 'patient' });
    expect(reply.status).toBe(501);
    expect(reply.body.code).toBe('not_configured');
  });
});
