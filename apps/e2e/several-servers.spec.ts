import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedMongo, startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { type APIRequestContext, expect, request, test } from '@playwright/test';
import { isInstalled, type Outside, startRedis } from './outside.js';
import { arrive, PASSWORD, signUpAsDoctor, signUpAsPatient } from './people.js';
import { startTestServer, type TestServer } from './server.js';
import { bookOpenAppointment, register as registerIn } from './appointments.js';

test.skip(!isInstalled('redis-server'), 'redis-server is not installed (Debian: apt-get install redis-server)');

let dataDir: string;
let database: EmbeddedMongo;
let redis: Outside;
let servers: [TestServer, TestServer];

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'health-connect-two-'));
  database = await startEmbeddedMongo({ dataDir });
  redis = await startRedis();
  const shared = {
    MONGODB_URI: database.uri,
    REDIS_URL: redis.url,
    JWT_SECRET: 'shared-by-both-servers-of-this-test-only',
  };
  servers = [await startTestServer(shared), await startTestServer(shared)];
});
test.afterAll(async () => {
  for (const server of servers ?? []) await server.stop();
  await redis?.stop();
  await database?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('BK-1: 50 patients, one slot, two servers: exactly one gets it', async () => {
  const doctor = await register(servers[0], 'doctor', 1);
  const hours = [
    { day: 'monday', slots: [{ slotNumber: 1, startTime: '09:00', endTime: '09:30', isAvailable: true }] },
  ];
  expect((await put(doctor, servers[0], '/api/doctors/schedule', { schedule: hours })).status()).toBe(200);
  const me = (await (await doctor.get('/api/auth/me')).json()) as { data: { _id: string } };
  const list = await doctor.get(`/api/doctors/${me.data._id}/slots`);
  const [slot] = ((await list.json()) as { data: { startsAt: string }[] }).data;

  const people = (await Promise.all(servers.map((server) => registerPatients(server, 25)))).flat();
  const body = { doctorId: me.data._id, startsAt: slot!.startsAt, mode: 'video' };
  const replies = await Promise.all(people.map(({ api, server }) => post(api, server, '/api/appointments', body)));
  expect(replies.filter((reply) => reply.status() === 201)).toHaveLength(1);
  const losers = replies.filter((reply) => reply.status() === 409);
  expect(losers).toHaveLength(49);
  for (const reply of losers) expect(((await reply.json()) as { code: string }).code).toBe('slot_taken');
  const booked = await doctor.get('/api/appointments');
  expect(((await booked.json()) as { data: unknown[] }).data).toHaveLength(1);
  for (const { api } of people) await api.dispose();
});

test('people on different servers write to each other live and see each other online', async ({ browser }) => {
  const doctor = await arrive(browser, { name: 'Dr. Two Servers', timeZone: 'Europe/London', url: servers[0].url });
  const patient = await arrive(browser, { name: 'Pat Other', timeZone: 'Europe/London', url: servers[1].url });
  await signUpAsDoctor(doctor, 'Cardiology');
  await signUpAsPatient(patient);
  await patient.page.goto('/doctors?q=Two%20Servers');
  await patient.page.getByRole('link', { name: doctor.name }).first().click();
  await patient.page.getByRole('link', { name: 'Write a message' }).click();
  await patient.page.getByRole('textbox', { name: 'Message' }).fill('From the other server');
  await patient.page.keyboard.press('Enter');

  await expect(doctor.page.getByRole('link', { name: /Messages.*1/ })).toBeVisible();
  await expect(patient.page.getByText(/Online/)).toBeVisible();
  await doctor.page.getByRole('link', { name: /Messages/ }).click();
  await doctor.page.getByRole('link', { name: new RegExp(patient.name) }).click();
  await doctor.page.getByRole('textbox', { name: 'Message' }).fill('And back');
  await doctor.page.keyboard.press('Enter');
  await expect(patient.page.getByText('And back').last()).toBeVisible();
  await Promise.all([doctor.context.close(), patient.context.close()]);
});

test('FR-6: a patient waits on one server; the doctor on the other sees it at once, and after a reload', async ({
  browser,
}) => {
  const [atDoctor, atPatient] = [servers[0].url, servers[1].url];
  const doctor = await arrive(browser, { name: 'Dr. Far Away', timeZone: 'Europe/London', url: atDoctor });
  const patient = await arrive(browser, { name: 'Pat Elsewhere', timeZone: 'Europe/London', url: atPatient });
  await registerIn(doctor, atDoctor, 'doctor');
  await registerIn(patient, atPatient, 'patient');
  const { _id } = await bookOpenAppointment(doctor, patient, [atDoctor, atPatient]);
  await doctor.page.goto('/schedule');
  await expect(doctor.page.getByRole('heading', { level: 1 })).toBeVisible();
  await patient.page.goto(`/consult/${_id}`);
  await patient.page.getByRole('button', { name: 'Join visit' }).click();
  await expect(doctor.page).toHaveTitle(/^\(1\) Pat Elsewhere is waiting/);
  await doctor.page.reload();
  await expect(doctor.page.getByRole('region', { name: 'Waiting room' })).toContainText('Pat Elsewhere');
  await patient.page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await expect(doctor.page.getByRole('region', { name: 'Waiting room' })).toBeHidden();
  await Promise.all([doctor.context.close(), patient.context.close()]);
});

/** One after the other: of many passwords at once from one address a server hashes a few and refuses the rest. */
async function registerPatients(server: TestServer, count: number) {
  const people: { server: TestServer; api: APIRequestContext }[] = [];
  const first = servers.indexOf(server) * count;
  for (let index = first; index < first + count; index += 1)
    people.push({ server, api: await register(server, 'patient', index) });
  return people;
}

async function register(server: TestServer, role: 'doctor' | 'patient', index: number): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL: server.url });
  const doctorFields = { specialization: 'Cardiology', experience: 5, qualification: 'MD', timeZone: 'Europe/London' };
  const reply = await post(api, server, '/api/auth/register', {
    name: `Racer ${index}`,
    email: `${role}-${index}@race.example`,
    password: PASSWORD,
    role,
    ...(role === 'doctor' && doctorFields),
  });
  expect(reply.status()).toBe(201);
  return api;
}

const post = (api: APIRequestContext, { url }: TestServer, path: string, data: object) =>
  api.post(path, { headers: { origin: url }, data });
const put = (api: APIRequestContext, { url }: TestServer, path: string, data: object) =>
  api.put(path, { headers: { origin: url }, data });
