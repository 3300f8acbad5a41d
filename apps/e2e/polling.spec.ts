import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedMongo, startEmbeddedMongo } from '@health-connect/embedded-mongo';
import { expect, test } from '@playwright/test';
import { expectToSeeAndHear, watchConnections } from './media-proof.js';
import { isInstalled, type Outside, startRedis } from './outside.js';
import { arrive, type Person } from './people.js';
import { freePort, startTestServer, type TestServer } from './server.js';
import { startStickyProxy } from './sticky-proxy.js';
import { bookOpenAppointment, register } from './appointments.js';

test.skip(!isInstalled('redis-server'), 'redis-server is not installed (Debian: apt-get install redis-server)');

let dataDir: string;
let database: EmbeddedMongo;
let redis: Outside;
let proxy: Awaited<ReturnType<typeof startStickyProxy>>;
let servers: TestServer[] = [];

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'health-connect-polling-'));
  database = await startEmbeddedMongo({ dataDir });
  redis = await startRedis();
  proxy = await startStickyProxy(await freePort());
  const shared = {
    MONGODB_URI: database.uri,
    REDIS_URL: redis.url,
    JWT_SECRET: 'shared-by-both-servers-of-this-test-only',
    PUBLIC_URL: proxy.url,
    TRUST_PROXY: '1',
    SOCKET_POLLING: 'true',
  };
  servers = [await startTestServer(shared), await startTestServer(shared)];
  proxy.lead(servers.map(({ url }) => url));
});
test.afterAll(async () => {
  for (const server of servers) await server.stop();
  await proxy?.stop();
  await redis?.stop();
  await database?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('where websockets are refused, two people at two servers write to each other and call', async ({ browser }) => {
  const come = async (name: string, role: 'doctor' | 'patient'): Promise<Person> => {
    const person = await arrive(browser, { name, timeZone: 'Europe/London', url: proxy.url });
    await watchConnections(person.page);
    await register(person, proxy.url, role);
    return person;
  };
  const doctor = await come('Dr. Behind A Wall', 'doctor');
  const patient = await come('Pat Behind Another', 'patient');
  // In care: a doctor may write and call.
  await bookOpenAppointment(doctor, patient, [proxy.url, proxy.url]);
  const { _id } = await idOf(doctor);

  await patient.page.goto(`/messages/${_id}`);
  await doctor.page.goto('/messages');
  const words = patient.page.getByRole('textbox', { name: 'Message' });
  await words.fill('Can you hear me?');
  await words.press('Enter');
  await doctor.page.getByRole('link', { name: new RegExp(patient.name) }).click();
  await expect(doctor.page.getByText('Can you hear me?').last()).toBeVisible();
  await doctor.page.getByRole('textbox', { name: 'Message' }).fill('Loud and clear');
  await doctor.page.keyboard.press('Enter');
  await expect(patient.page.getByText('Loud and clear').last()).toBeVisible();
  await expect(patient.page.getByText(/Online/)).toBeVisible();

  await doctor.page.getByRole('button', { name: 'Call', exact: true }).click();
  await patient.page.getByRole('button', { name: 'Answer' }).click();
  await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(patient.page)]);
  await patient.page.getByRole('button', { name: 'Hang up' }).click();
  await expect(doctor.page.getByRole('button', { name: 'Call again' })).toBeVisible();

  // Each has a server of their own, and both were reached by polling alone, after a websocket was tried.
  expect(proxy.places().sort()).toEqual([0, 1]);
  for (const place of [0, 1]) expect(proxy.polled()[place]).toBeGreaterThan(5);
  expect(proxy.refused()).toBeGreaterThanOrEqual(2);
  await Promise.all([doctor.context.close(), patient.context.close()]);
});

const idOf = async ({ page }: Person) =>
  ((await (await page.request.get('/api/auth/me')).json()) as { data: { _id: string } }).data;
