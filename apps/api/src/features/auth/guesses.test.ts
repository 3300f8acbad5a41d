import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildDoctor, buildPatient, PASSWORD } from '../../../test/factories.js';
import type { Env } from '../../env.js';
import { setPause } from '../../lib/clock.js';
import { type Mail, setMailOutlet } from '../../lib/mail.js';

// Everywhere else in the tests limits are off. Here one proxy says where requests come from.
vi.mock('../../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  return { env: { ...env, rateLimit: true, trustProxy: 1 } };
});

const app = createTestApp();
const pauses: number[] = [];
let places = 0;
const newPlace = () => `198.51.100.${++places}`;

interface Try {
  email: string;
  from: string;
  password?: string;
  role?: string;
  device?: string;
}
function signIn({ email, from, password = PASSWORD, role = 'patient', device }: Try) {
  const call = app.anonymous.post('/api/auth/login').set('X-Forwarded-For', from);
  return (device ? call.set('Cookie', device) : call).send({ email, role, password });
}

/** Wrong passwords, ten from each address. */
async function guessAt(email: string, addresses: string[]) {
  const tries = addresses.flatMap((from) => Array<string>(10).fill(from));
  return Promise.all(tries.map((from) => signIn({ email, from, password: 'a wrong password' })));
}

const deviceOf = (reply: { headers: Record<string, unknown> }) =>
  (reply.headers['set-cookie'] as string[]).find((cookie) => cookie.startsWith('device='))!;

describe('FR-2: whoever guesses at a password', () => {
  const restore = setPause(async (ms) => void pauses.push(ms));
  afterEach(() => void pauses.splice(0));
  afterAll(restore);

  test('shuts nobody out: ten wrong ones from one address, and the owner gets in from another', async () => {
    const { email } = await buildPatient();
    const attacker = newPlace();
    await guessAt(email, [attacker]);
    const late = await signIn({ email, from: attacker });
    expect(late.body.code).toBe('rate_limited');
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(850);
    expect((await signIn({ email, from: newPlace() })).status).toBe(200);
  });

  test('is slowed from everywhere, and so is who comes from a new place; a known device is not', async () => {
    const { email } = await buildPatient();
    const home = newPlace();
    const device = deviceOf(await signIn({ email, from: home }));
    await guessAt(email, [newPlace(), newPlace(), home]);
    pauses.length = 0;
    expect((await signIn({ email, from: newPlace() })).status).toBe(200);
    expect(pauses).toEqual([3000]);
    expect((await signIn({ email, from: home, device })).status).toBe(200);
    expect(pauses).toHaveLength(1);
  });

  test('the other role of the same e-mail is another account', async () => {
    const { email } = await buildPatient();
    await buildDoctor({ email });
    const from = newPlace();
    await guessAt(email, [from]);
    expect((await signIn({ email, from, role: 'doctor' })).status).toBe(200);
  });

  test('a known device is known to its accounts alone, and may not guess for ever', async () => {
    const [owner, victim] = [await buildPatient(), await buildPatient()];
    const from = newPlace();
    const device = deviceOf(await signIn({ email: owner.email, from }));
    await guessAt(victim.email, [from]);
    expect((await signIn({ email: victim.email, from, device })).status).toBe(429);
    for (let wrong = 0; wrong < 10; wrong += 1)
      await signIn({ email: owner.email, from, device, password: 'a wrong password' });
    expect((await signIn({ email: owner.email, from, device })).status).toBe(429);
  });

  test('a device is no session', async () => {
    const { email } = await buildPatient();
    const device = deviceOf(await signIn({ email, from: newPlace() }));
    expect(device).toMatch(/HttpOnly; SameSite=Strict/);
    const asSession = device.split(';')[0]!.replace('device=', 'token=');
    expect((await app.raw().get('/api/auth/me').set('Cookie', asSession)).status).toBe(401);
  });

  test('the window ends: the same address may try again', async () => {
    const { email } = await buildPatient();
    const from = newPlace();
    await guessAt(email, [from]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1 });
    expect((await signIn({ email, from })).status).toBe(200);
    vi.useRealTimers();
  });
});

test('reset mails come three times an hour, whoever asks; the answer is the same', async () => {
  const mails: Mail[] = [];
  setMailOutlet(async (mail) => void mails.push(mail));
  const { email } = await buildPatient();
  const ask = () =>
    app.anonymous.post('/api/auth/forgot').set('X-Forwarded-For', newPlace()).send({ email, role: 'patient' });
  const replies = [await ask(), await ask(), await ask(), await ask()];
  setMailOutlet(null);
  expect(mails).toHaveLength(3);
  expect(new Set(replies.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
});

describe('a session that is guessed in', () => {
  const change = (cookie: string, currentPassword: string) =>
    app.anonymous
      .post('/api/auth/password')
      .set('Cookie', cookie)
      .send({ currentPassword, newPassword: 'another long password' });

  test('ends with the tenth wrong password, and takes no other with it', async () => {
    const { email } = await buildPatient();
    const [stolen, own] = (await Promise.all([1, 2].map(() => signIn({ email, from: newPlace() })))).map(
      (reply) => (reply.headers['set-cookie'] as unknown as string[])[0]!,
    );
    const codes: string[] = [];
    for (let wrong = 0; wrong < 11; wrong += 1) codes.push((await change(stolen!, 'not it')).body.code);
    expect(codes).toEqual([...Array<string>(9).fill('wrong_password'), 'unauthenticated', 'unauthenticated']);
    expect((await change(own!, PASSWORD)).status).toBe(200);
  });
});
