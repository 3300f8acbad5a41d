import { ROUTES } from '@health-connect/contract/declarations';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../test/app.js';
import { type Actor, ACTORS, leaksIn, type Pair, secretsIn } from '../../test/canaries.js';
import { everyRoute, fill } from '../../test/every-route.js';
import {
  buildFixtures,
  comingAppointment,
  completedAppointment,
  missingId,
  type Fixtures,
} from '../../test/fixtures.js';
import { setMailOutlet } from '../lib/mail.js';
import { files } from '../lib/files.js';
import { served } from '../routes.js';
import { ROUTE_TABLE, type Thing } from './route-table.js';

vi.mock('../lib/passwords.js', async (original) => ({
  ...(await original<object>()),
  ...(await import('../../test/cheap-passwords.js')),
}));

const app = createTestApp();

beforeAll(() => {
  setMailOutlet(async () => {});
  const stored = new Map<string, Buffer>();
  Object.assign(files, {
    put: async (name: string, bytes: Buffer) => void stored.set(name, bytes),
    read: async (name: string) => stored.get(name) ?? null,
  });
});

type Column = 'hers' | 'other' | 'missing';
const PAIR_OF = { hers: 'annaXavier', other: 'benYara', missing: 'annaXavier' } as const satisfies Record<Column, Pair>;
const clientOf = (user: TestUser | undefined) => (user ? app.as(user) : app.anonymous);

const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#c82828' } })
  .png()
  .toBuffer();

const upload = async (user: TestUser | undefined, purpose: 'message' | 'avatar') =>
  clientOf(user)
    .post('/api/uploads')
    .field('purpose', purpose)
    .attach('file', await picture, 'picture.png');

async function chatPicture({ patient, doctor }: Fixtures['pairs'][Pair]): Promise<string> {
  const { body } = await upload(patient, 'message');
  const message = { image: body.data._id, clientId: `picture-${body.data._id}` };
  await app.as(patient).post(`/api/message/send/${doctor.id}`).send(message).expect(201);
  return body.data._id;
}

async function wornPhoto(user: TestUser, profile: string): Promise<string> {
  const { body } = await upload(user, 'avatar');
  await app.as(user).put(profile).send({ avatar: body.data._id }).expect(200);
  return body.data._id;
}

/** The id (of an account: its e-mail) of a thing of a pair's, made for this one question. */
const MAKE: Record<Thing, (fixtures: Fixtures, pair: Pair) => Promise<string>> = {
  appointment: async ({ pairs }, pair) => (await comingAppointment(pair, pairs[pair])).id,
  'completed appointment': async ({ pairs }, pair) => (await completedAppointment(pair, pairs[pair], ++days)).id,
  patient: async ({ pairs }, pair) => pairs[pair].patient.id,
  doctor: async ({ pairs, unlisted }, pair) => (pair === 'annaXavier' ? pairs.annaXavier.doctor : unlisted).id,
  account: async ({ pairs }, pair) => pairs[pair].patient.email,
  'chat picture': async ({ pairs }, pair) => chatPicture(pairs[pair]),
  'patient photo': async ({ pairs }, pair) => wornPhoto(pairs[pair].patient, '/api/patients/profile'),
  'doctor photo': async ({ pairs }, pair) => wornPhoto(pairs[pair].doctor, '/api/doctors/profile'),
  'unused photo': async ({ pairs }, pair) => (await upload(pairs[pair].doctor, 'avatar')).body.data._id,
};
let days = 40;

async function idFor(fixtures: Fixtures, thing: Thing | undefined, column: Column): Promise<string> {
  if (!thing) return '';
  if (column !== 'missing') return MAKE[thing](fixtures, PAIR_OF[column]);
  return thing === 'account' ? `nobody-${missingId()}@example.test` : missingId();
}

type Row = (typeof ROUTE_TABLE)[number];

/** Asks as one actor for one thing. */
async function ask(fixtures: Fixtures, row: Row, actor: Actor, column: Column) {
  const route = everyRoute.find(({ name }) => name === row.route)!;
  const user = actor === 'anonymous' ? undefined : fixtures.users[actor];
  if (row.route === 'POST /uploads') return upload(user, 'message');
  const id = await idFor(fixtures, row.thing, column);
  const path = row.path?.(fixtures, PAIR_OF[column], id) ?? fill(route.path, () => id);
  return clientOf(user)[route.method](path).send(row.body?.(id, fixtures));
}

type Answer = Awaited<ReturnType<typeof ask>>;
const textOf = ({ text, body }: Answer) => text ?? JSON.stringify(body);
const withoutRequest = (answer: Answer) => textOf(answer).replace(/"requestId":"[^"]+"/, '');

/** These name fields, passwords too, and hold nobody's: they are the same to everybody. */
const DOCUMENTS = ['GET /openapi.json', 'GET /asyncapi.json'];

test('every route is declared and served', () => {
  expect(served.map(({ route }) => route)).toHaveLength(ROUTES.length);
  expect(new Set(served.map(({ route }) => route))).toEqual(new Set(ROUTES.map(({ declaration }) => declaration)));
});

test('every route has a row, and every row a route', () => {
  expect(new Set(ROUTE_TABLE.map(({ route }) => route))).toEqual(new Set(everyRoute.map(({ name }) => name)));
});

describe('SEC-1: who may, and what they learn', () => {
  test.each(ROUTE_TABLE.map((row) => [`${row.route}${row.thing ? ` (${row.thing})` : ''}`, row] as const))(
    '%s',
    async (_, row) => {
      const fixtures = await buildFixtures();
      const columns = (['hers', 'other', 'missing'] as const).filter((column) => row[column]);
      const answers = new Map<string, Answer>();
      for (const column of columns)
        for (const actor of ACTORS) answers.set(`${column} ${actor}`, await ask(fixtures, row, actor, column));

      const statuses = Object.fromEntries(
        columns.map((column) => [column, ACTORS.map((actor) => answers.get(`${column} ${actor}`)!.status).join(' ')]),
      );
      expect(statuses).toEqual(Object.fromEntries(columns.map((column) => [column, row[column]])));

      for (const [cell, answer] of answers) {
        const actor = cell.split(' ')[1] as Actor;
        expect(leaksIn(textOf(answer), actor), `${cell} carries what is not theirs`).toEqual([]);
        if (DOCUMENTS.includes(row.route)) expect(textOf(answer), cell).toBe(textOf(answers.get('hers anonymous')!));
        else if (row.route !== 'GET /health') expect(secretsIn(answer.body), cell).toEqual([]);
        const missing = answers.get(`missing ${actor}`);
        // That a listed doctor exists is no secret.
        const isSecret = answer.status >= 400 && !(row.thing === 'doctor' && cell.startsWith('hers'));
        if (missing && (row.alike || isSecret))
          expect(withoutRequest(answer), `${cell} tells that it exists`).toBe(withoutRequest(missing));
      }
    },
  );

  test('the canaries are there to be seen by those who may', async () => {
    const { pairs, users } = await buildFixtures();
    const { patient } = pairs.annaXavier;
    const appointment = await comingAppointment('annaXavier', pairs.annaXavier);
    const seen = async (user: TestUser, path: string) => (await app.as(user).get(path)).text;
    expect(await seen(users.xavier, `/api/appointments/${appointment.id}`)).toMatch(/canary-notes.*canary-summary/);
    expect(await seen(users.anna, `/api/appointments/${appointment.id}`)).toMatch(/canary-reason.*canary-history/);
    expect(await seen(users.xavier, `/api/patients/${patient.id}`)).toContain('canary-allergies');
    expect(await seen(users.anna, `/api/message/${pairs.annaXavier.doctor.id}`)).toContain('canary-message');
    expect(await seen(users.admin, '/api/patients')).toContain('canary-patient-email');
    expect(await seen(users.xavier, '/api/doctors/schedule')).toContain('canary-override-note');
  });
});
