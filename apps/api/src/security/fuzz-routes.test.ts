import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../test/app.js';
import { everyRoute, fill, isUnsafe, type KnownRoute } from '../../test/every-route.js';
import { buildPatient } from '../../test/factories.js';
import { askAll, attemptsOn, randomFrom, SEED } from '../../test/hostile.js';
import { FORGED_CURSORS, HOSTILE_TEXT } from '../../test/hostile-values.js';
import { buildFixtures, comingAppointment, type Fixtures } from '../../test/fixtures.js';
import { countAll, watchWrites } from '../../test/written.js';
import { setMailOutlet } from '../lib/mail.js';

vi.mock('../lib/passwords.js', async (original) => ({
  ...(await original<object>()),
  ...(await import('../../test/cheap-passwords.js')),
}));

const app = createTestApp();
const random = randomFrom(SEED);
/** For each route and person, beyond the questions that every run asks. */
const BUDGET_MS = 700;
let fixtures: Fixtures;
let appointmentId: string;
let writes: ReturnType<typeof watchWrites>;

beforeAll(async () => {
  setMailOutlet(async () => {});
  fixtures = await buildFixtures();
  appointmentId = (await comingAppointment('annaXavier', fixtures.pairs.annaXavier)).id;
  writes = watchWrites();
});
afterAll(() => writes.stop());

/** Who may call it, and stands in relation to what it is asked for. */
async function actorsOf({ path, declaration: { allow } }: KnownRoute): Promise<TestUser[]> {
  // Sessions may end in here.
  if (path.startsWith('/auth')) return [await buildPatient()];
  const { anna, xavier, admin } = fixtures.users;
  return [anna, xavier, admin].filter(({ role }) => !allow || allow.includes(role)).slice(0, 2);
}

function idFor(route: KnownRoute, name: string, actor: TestUser): string {
  const { patient, doctor } = fixtures.pairs.annaXavier;
  if (route.path.startsWith('/appointments') && name === 'id') return appointmentId;
  if (route.path.startsWith('/patients')) return patient.id;
  if (name === 'appointmentId') return appointmentId;
  return actor.role === 'patient' ? doctor.id : patient.id;
}

interface Question {
  url: string;
  body?: unknown;
  /** Asked in every run. */
  isCore?: boolean;
  /** No contract takes it: the answer is 400. */
  isNever?: boolean;
}

const label = (route: KnownRoute, { url, body }: Question) =>
  `${route.name} ${url.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 300)} (FUZZ_SEED=${SEED})`;

const BEFORE_ANYTHING = ['validation_failed', 'malformed_request', 'unsupported_media', 'too_large', 'unauthenticated'];

/** Counted again only after something was accepted. */
let stored: Awaited<ReturnType<typeof countAll>> | null = null;

/** Asks, and looks at what came back and at what was stored. */
async function ask(route: KnownRoute, actor: TestUser, question: Question) {
  stored ??= await countAll();
  writes.take();
  const request = app.as(actor)[route.method](question.url);
  const reply = await (question.body === undefined
    ? request
    : request.set('Content-Type', 'application/json').send(JSON.stringify(question.body)));
  const what = label(route, question);
  expect(reply.status, what).toBeLessThan(500);
  if (question.isNever) expect(reply.status, what).toBe(400);
  if (reply.status < 400) return void (stored = isUnsafe(route) ? null : stored);
  expect(reply.body, what).toMatchObject({ success: false, code: expect.any(String), requestId: expect.any(String) });
  if (BEFORE_ANYTHING.includes(reply.body.code)) expect(writes.take(), what).toEqual([]);
  else expect(await countAll(), what).toEqual(stored);
}

// No URL can carry half a character.
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const encode = (text: string) => encodeURIComponent(text.replace(LONE_SURROGATE, '\ufffd'));

const PATH_TEXT = [...HOSTILE_TEXT.map((text) => encode(text.slice(0, 500) || ' ')), '%', '..%2f..%2f', '%2e%2e'];

/** Ids are text, and some text is what no URL decoder takes. */
const pathQuestions = (route: KnownRoute, actor: TestUser): Question[] =>
  Object.keys(route.declaration.params ?? {}).flatMap((name) => {
    const url = (text: string) => fill(route.path, (param) => (param === name ? text : idFor(route, param, actor)));
    return [
      ...['%E0%A4%A', '%00'].map((text) => ({ url: url(text), isCore: true })),
      ...random.some(PATH_TEXT, 20).map((text) => ({ url: url(text) })),
    ];
  });

function queryQuestions({ declaration: { query = {} } }: KnownRoute, url: string): Question[] {
  const ofName = (name: string): Question[] => {
    const nevers = [`${name}[$ne]=1`, `${name}[]=1`, `${name}=1&${name}=2`, `${name}.x=1`];
    const texts = name === 'cursor' ? FORGED_CURSORS : random.some([...HOSTILE_TEXT, ...FORGED_CURSORS], 10);
    return [
      ...nevers.map((never) => ({ url: `${url}?${never}`, isNever: true, isCore: true })),
      ...texts.map((text) => ({ url: `${url}?${name}=${encode(text.slice(0, 1000))}`, isCore: name === 'cursor' })),
    ];
  };
  const odd = ['__proto__[x]=1', '__proto__=1', 'constructor=1', '$where=1'].map((never) => `${url}?${never}`);
  return [
    ...odd.map((oddUrl) => ({ url: oddUrl, isNever: true, isCore: true })),
    { url: `${url}?%E0%A4%A=%E0%A4%A&=&&==`, isCore: true },
    ...Object.keys(query).flatMap(ofName),
  ];
}

/** Everything that is asked of one route by one person. */
async function questionsFor(route: KnownRoute, actor: TestUser): Promise<Question[]> {
  const url = fill(route.path, (param) => idFor(route, param, actor));
  const asked = [...pathQuestions(route, actor), ...queryQuestions(route, url)];
  // Uploads are a form, not JSON: their own test is below.
  if (!isUnsafe(route) || route.name === 'POST /uploads') return asked;
  const { body = {} } = route.declaration;
  const ids = ['doctorId', 'appointmentId'].filter((name) => name in body);
  const known = Object.fromEntries(ids.map((name) => [name, idFor(route, name, actor)]));
  const attempts = await attemptsOn(body, known, random);
  return [...asked, ...attempts.map(({ payload, ...kind }) => ({ url, body: payload, ...kind }))];
}

describe('SEC-4: whatever is sent, the server answers, refuses by its contract and stores nothing refused', () => {
  test.each(everyRoute.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    for (const actor of await actorsOf(route)) {
      stored = null;
      const questions = await questionsFor(route, actor);
      await askAll(questions, random, BUDGET_MS, (question) => ask(route, actor, question));
    }
  });

  test('forms that are none', async () => {
    const post = () => app.as(fixtures.users.anna).post('/api/uploads');
    const type = 'multipart/form-data; boundary=x';
    const replies = [
      await post().send({ purpose: { $gt: '' } }),
      await post().set('Content-Type', 'multipart/form-data').send('no boundary'),
      await post().set('Content-Type', type).send('--x\r\ncut off'),
      await post().set('Content-Type', type).send('--x--\r\n'),
      await post().field('purpose', 'message').field('purpose', 'avatar').attach('file', Buffer.from('x'), 'x.png'),
      await post().field('__proto__', 'x').field('purpose', 'message').attach('file', Buffer.from('x'), 'x.png'),
      await post().field('purpose[$ne]', 'x').attach('file', Buffer.from('x'), 'x.png'),
      await post().field('purpose', 'message').attach('other', Buffer.from('x'), 'x.png'),
      await post().field('purpose', 'message').attach('file', Buffer.from('<svg/>'), '../../x\u0000.png'),
      await post().field('purpose', 'message').attach('file', Buffer.alloc(0), 'empty.png'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 400, 415]);
  });

  test('a booking key of any shape', async () => {
    const book = (key: string) =>
      app
        .as(fixtures.users.anna)
        .post('/api/appointments')
        .set('Idempotency-Key', key)
        .send({ doctorId: appointmentId, date: '2026-11-24', startTime: '10:00' });
    for (const key of ['a'.repeat(5000), '{"$gt":""}', '__proto__', '\u00ff\u00fe'])
      expect([400, 404]).toContain((await book(key)).status);
  });

  test('afterwards it works as before', async () => {
    expect((await app.anonymous.get('/api/ready')).status).toBe(200);
    expect((await app.as(fixtures.users.xavier).get('/api/appointments')).status).toBe(200);
    expect(({} as Record<string, unknown>).admin, 'a prototype was polluted').toBeUndefined();
  });
});
