import { CARE_STATUSES } from '@health-connect/contract/status';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../test/app.js';
import { DUMP_AT, DUMP_PASSWORD, liveForADump } from '../../test/dump-life.js';
import { buildAdmin } from '../../test/factories.js';
import { type Dump, dumpNames, loadDump, readDump, saveDump, type StoredDoc } from '../../test/dumps.js';
import { everyRoute } from '../../test/every-route.js';
import { setClock } from '../lib/clock.js';
import { version } from '../../package.json';

/** These read nothing that is stored, or are asked with every other one. */
const NOT_OF_DATA = [
  ...['GET /health', 'GET /ready', 'GET /openapi.json', 'GET /asyncapi.json', 'GET /docs'],
  ...['GET /rtc/ice-servers', 'GET /auth/me'],
];

const idOf = ({ _id }: StoredDoc) => String(_id);
const isBetween = (doc: StoredDoc, ...people: StoredDoc[]) =>
  people.every((person) =>
    Object.values(doc).some((value) => [value].flat().some((one) => String(one) === idOf(person))),
  );

/** What one person reads of a dump, and how much of it there must be. */
function readsOf({ collections }: Dump, person: StoredDoc): { route: string; path: string; rows?: number }[] {
  const {
    accounts = [],
    appointments = [],
    messages = [],
    reviews = [],
    calls = [],
    uploads = [],
    conversations = [],
  } = collections;
  const mine = (docs: StoredDoc[]) => docs.filter((doc) => isBetween(doc, person));
  const others = accounts.filter(({ role }) => role !== person['role']);
  const care = mine(appointments).filter(({ status }) => (CARE_STATUSES as readonly unknown[]).includes(status));
  const known = others.filter((other) => care.some((appointment) => isBetween(appointment, other)));
  const doctors = accounts.filter(({ role }) => role === 'doctor');
  const patients = person['role'] === 'patient' ? [person] : known;
  return [
    { route: 'GET /appointments', path: '/appointments', rows: mine(appointments).length },
    {
      route: `GET /appointments/${person['role']}`,
      path: `/appointments/${person['role']}`,
      rows: mine(appointments).length,
    },
    ...mine(appointments).flatMap((appointment) => [
      { route: 'GET /appointments/:id', path: `/appointments/${idOf(appointment)}` },
      { route: 'GET /appointments/:id/calendar.ics', path: `/appointments/${idOf(appointment)}/calendar.ics` },
    ]),
    { route: 'GET /calls', path: '/calls', rows: mine(calls).length },
    { route: 'GET /message/conversations', path: '/message/conversations', rows: mine(conversations).length },
    ...known.flatMap((other) => [
      { route: 'GET /message/user/:id', path: `/message/user/${idOf(other)}` },
      {
        route: 'GET /message/:receiverId',
        path: `/message/${idOf(other)}`,
        rows: messages.filter((one) => isBetween(one, person, other)).length,
      },
    ]),
    { route: 'GET /doctors', path: '/doctors', rows: doctors.length },
    { route: 'GET /doctors', path: '/doctors?q=practice&sort=rating', rows: doctors.length },
    { route: 'GET /doctors/specializations', path: '/doctors/specializations', rows: 1 },
    ...doctors.flatMap((doctor) => [
      { route: 'GET /doctors/:id', path: `/doctors/${idOf(doctor)}` },
      { route: 'GET /doctors/:id/slots', path: `/doctors/${idOf(doctor)}/slots?from=2026-11-23` },
      {
        route: 'GET /doctors/:id/reviews',
        path: `/doctors/${idOf(doctor)}/reviews`,
        rows: reviews.filter((one) => isBetween(one, doctor)).length,
      },
    ]),
    ...(person['role'] === 'doctor'
      ? ['/doctors/schedule', '/doctors/dashboard'].map((path) => ({ route: `GET ${path}`, path }))
      : []),
    ...patients.map((patient) => ({ route: 'GET /patients/:id', path: `/patients/${idOf(patient)}` })),
    ...mine(uploads).map((upload) => ({ route: 'GET /uploads/:id', path: `/uploads/${idOf(upload)}` })),
  ];
}

describe.each(await dumpNames())('the data of %s starts under this version', async (name) => {
  const dump = await readDump(name);
  const app = createTestApp({ stored: () => loadDump(dump) });
  // Each app brings a clock of its own, and the last one made would tell the time of all.
  beforeAll(() => setClock(() => Date.parse(dump.at)));
  const people = dump.collections['accounts']!;
  const asked = new Set(NOT_OF_DATA);

  test.each(people.map((person) => [String(person['email']), person] as const))(
    '%s signs in and reads all that is theirs',
    async (email, person) => {
      const credentials = { email, password: DUMP_PASSWORD, role: person['role'] };
      const { body } = await app.anonymous.post('/api/auth/login').send(credentials).expect(200);
      expect(body.data).toMatchObject({ _id: idOf(person), name: person['name'] });
      const user = { id: idOf(person), role: person['role'], version: person['version'] } as TestUser;
      for (const { route, path, rows } of readsOf(dump, person)) {
        asked.add(route);
        const answer = await app.as(user).get(`/api${path}`);
        expect([path, answer.status, rows && answer.body.data.length]).toEqual([path, 200, rows]);
      }
    },
  );

  test('an admin reads the patients, and no route that reads was left out', async () => {
    const { body } = await app
      .as(await buildAdmin())
      .get('/api/patients')
      .expect(200);
    expect(body.data).toHaveLength(people.filter(({ role }) => role === 'patient').length);
    asked.add('GET /patients');
    const reads = everyRoute.filter(({ method }) => method === 'get').map((route) => route.name);
    expect(reads.filter((route) => !asked.has(route))).toEqual([]);
  });
});

describe.runIf(process.env['MAKE_DUMP'])('a dump', () => {
  const app = createTestApp();
  test('of this version is made', async () => {
    await liveForADump(app);
    await saveDump(version, DUMP_AT);
  });
});
