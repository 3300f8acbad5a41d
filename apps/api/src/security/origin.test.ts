import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cookieOf, createTestApp } from '../../test/app.js';
import { everyRoute, fill, isUnsafe, type KnownRoute } from '../../test/every-route.js';
import { validInput } from '../../test/hostile.js';
import { buildFixtures, comingAppointment, type Fixtures } from '../../test/fixtures.js';
import { countAll, watchWrites } from '../../test/written.js';
import { env } from '../env.js';

const app = createTestApp();
let fixtures: Fixtures;
let appointmentId: string;
let writes: ReturnType<typeof watchWrites>;

beforeAll(() => {
  writes = watchWrites();
});
// Some of these requests end sessions where they are heard.
beforeEach(async () => {
  fixtures = await buildFixtures();
  appointmentId = (await comingAppointment('annaXavier', fixtures.pairs.annaXavier)).id;
});
afterAll(() => writes.stop());

const own = new URL(env.publicUrl);
const FOREIGN = [
  undefined,
  'null',
  '',
  'https://elsewhere.example',
  // What a careless comparison takes for ours.
  `${own.origin}.elsewhere.example`,
  `http://elsewhere.example/${own.host}`,
  `http://elsewhere.example?${own.origin}`,
  `http://${own.host}@elsewhere.example`,
  `http://sub.${own.host}`,
  `http://${own.hostname}:${Number(own.port) + 1}`,
  'file://',
];

const unsafe = everyRoute.filter(isUnsafe);

/** A request that would be taken, if it came from our page. */
async function request({ method, path, declaration: { allow, body } }: KnownRoute) {
  const { anna, xavier, admin } = fixtures.users;
  const user = [anna, xavier, admin].find(({ role }) => !allow || allow.includes(role))!;
  const id = path.startsWith('/appointments') ? appointmentId : fixtures.pairs.annaXavier.doctor.id;
  const input = await validInput(body ?? {}, { doctorId: id, appointmentId });
  const url = fill(path, () => id);
  return (origin: string | undefined) => {
    const call = app.raw()[method](url);
    call.set('Cookie', cookieOf(user));
    if (origin !== undefined) call.set('Origin', origin);
    return call.send(input);
  };
}

describe('SEC-3: what another page makes a browser send', () => {
  test.each(unsafe.map((route) => [route.name, route] as const))(
    '%s is refused, nothing is written',
    async (_, route) => {
      const send = await request(route);
      const before = await countAll();
      writes.take();
      for (const origin of FOREIGN) {
        const { status, body, headers } = await send(origin);
        expect([status, body.code], `Origin: ${origin}`).toEqual([403, 'bad_origin']);
        expect(headers['set-cookie']).toBeUndefined();
        expect(headers['access-control-allow-origin']).toBeUndefined();
      }
      expect(writes.take()).toEqual([]);
      expect(await countAll()).toEqual(before);
      expect((await send(env.publicUrl)).body.code, 'our own page is heard').not.toBe('bad_origin');
    },
  );

  test('another page may not read answers, nor ask whether it may write', async () => {
    const reply = await app.raw().get('/api/doctors').set('Origin', 'https://elsewhere.example');
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await app
      .raw()
      .options('/api/appointments')
      .set({ Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });
});
