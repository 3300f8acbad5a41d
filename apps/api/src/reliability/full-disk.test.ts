import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongo } from '@health-connect/embedded-mongo';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cookieOf, type TestUser } from '../../test/app.js';
import { buildAppointment } from '../../test/factories.js';
import { databaseDirOf, databaseUriOf, type RealServer, startRealServer } from '../../test/real-server.js';
import { connectDatabase, disconnectDatabase } from '../db/connect.js';
import { env } from '../env.js';

const LARGEST_FILE_KB = 4000;
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(6 * 1024 * 1024)]);

let dataDir = '';
let server: RealServer;
let doctor: TestUser;
let patient: TestUser;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'full-'));
  const database = await startEmbeddedMongo({ dataDir: databaseDirOf(dataDir) });
  await connectDatabase(database.uri);
  const appointment = await buildAppointment();
  ({ doctor, patient } = appointment);
  // This one is expired by whoever reads it, if it can be.
  const overdue = { status: 'pending', startsAt: new Date(Date.now() - 3_600_000) } as const;
  await buildAppointment({ doctor: appointment.doctor, patient: appointment.patient, ...overdue });
  await disconnectDatabase();
  await database.stop();
  server = await startRealServer(dataDir, {}, { largestFileKb: LARGEST_FILE_KB });
  await mongoose.connect(databaseUriOf(dataDir));
});

afterEach(async () => {
  await mongoose.disconnect();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Past the server, until not even a little more fits: what one refusal gave back another write may still take. */
async function fillDatabase() {
  for (const size of [100_000, 5000, 500]) {
    let refusals = 0;
    while (refusals < 2) {
      const written = mongoose.connection.collection('filler').insertOne({ text: 'x'.repeat(size) });
      refusals = await written.then(
        () => 0,
        () => refusals + 1,
      );
    }
  }
}

interface Body {
  code?: string;
  data: { length: number; storage: string } & { nextSlots: object[] }[];
}

const ask = async (path: string, options: RequestInit & { user?: TestUser } = {}) => {
  const { user, ...init } = options;
  const headers = { Origin: env.publicUrl, ...(user && { Cookie: cookieOf(user) }), ...init.headers };
  const reply = await fetch(`${server.url}/api${path}`, { ...init, headers });
  return { status: reply.status, retryAfter: reply.headers.get('retry-after'), body: (await reply.json()) as Body };
};

const write = () =>
  ask(`/message/send/${doctor.id}`, {
    user: patient,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'Hello '.repeat(600), clientId: randomUUID() }),
  });

function upload() {
  const body = new FormData();
  body.set('purpose', 'message');
  body.set('file', new Blob([JPEG]), 'a.jpg');
  return ask('/uploads', { user: patient, method: 'POST', body });
}

const NAME = 'a full disk: reads go on, writes are 503 storage_full, /ready says so; with room again all is well';

test(NAME, { timeout: 120_000 }, async () => {
  expect((await ask('/ready')).body.data).toEqual({
    database: 'connected',
    storage: 'ok',
    events: { waiting: 0, oldestSeconds: 0 },
  });
  await fillDatabase();
  await server.advanceMinutes(1);

  const list = await ask('/doctors?sort=soonest');
  expect([list.status, list.body.data[0]!.nextSlots.length]).toEqual([200, 4]);
  expect((await ask('/appointments', { user: patient })).body.data).toHaveLength(2);
  expect((await ask(`/patients/${patient.id}`, { user: doctor })).status).toBe(200);

  // Little ones may still find a gap, and then the next one does not.
  let message = await write();
  for (let count = 0; message.status === 201 && count < 200; count += 1) message = await write();
  const picture = await upload();
  expect([message.status, message.body.code, message.retryAfter]).toEqual([503, 'storage_full', '60']);
  expect([picture.status, picture.body.code]).toEqual([503, 'storage_full']);
  expect(readdirSync(join(dataDir, 'tmp'))).toEqual([]);
  expect(await ask('/ready')).toMatchObject({ status: 200, body: { data: { storage: 'full' } } });

  await mongoose.disconnect();
  await server.stop();
  server = await startRealServer(dataDir);
  expect((await ask('/ready')).body.data.storage).toBe('ok');
  expect((await write()).status).toBe(201);
});
