import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildPatient } from '../../../test/factories.js';
import type { Env } from '../../env.js';
import { UploadModel } from '../uploads/model.js';
import { DayUsageModel, StorageUsageModel } from './model.js';
import { takeMessages, today } from './service.js';

// Small enough to be used up within a test.
vi.mock('../../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  return { env: { ...env, messagesPerDay: 40, uploadBytesPerDay: 100_000, storedBytes: 1000 } };
});

const app = createTestApp();

let picture: Buffer;
beforeAll(async () => {
  picture = await sharp({ create: { width: 90, height: 90, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
});

const upload = (user: TestUser, file = picture) =>
  app.as(user).post('/api/uploads').field('purpose', 'message').attach('file', file, 'a.png');

const write = (from: TestUser, to: TestUser, clientId: string = randomUUID()) =>
  app.as(from).post(`/api/message/send/${to.id}`).send({ text: 'Hello', clientId });

const statuses = (replies: { status: number }[], status: number) =>
  replies.filter((reply) => reply.status === status).length;

describe('messages of a person and day', () => {
  test('end at the limit, also when all are sent at once; tomorrow there are new ones', async () => {
    const { doctor, patient } = await buildAppointment();
    app.clock.set('2026-11-24T21:30:00Z');
    const replies = await Promise.all(Array.from({ length: 60 }, () => write(patient, doctor)));
    expect([statuses(replies, 201), statuses(replies, 429)]).toEqual([40, 20]);
    const { body, headers } = await write(patient, doctor);
    expect(body).toMatchObject({
      code: 'rate_limited',
      reason: 'messages_of_today',
      params: { count: 40, seconds: 2.5 * 3600 },
      message: expect.stringContaining('3 hours'),
    });
    expect(headers['retry-after']).toBe(String(2.5 * 3600));
    expect((await write(doctor, patient)).status).toBe(201);
    app.clock.set('2026-11-25T00:00:01Z');
    expect((await write(patient, doctor)).status).toBe(201);
    app.clock.release();
  });

  test('that were stored before, or refused, do not count', async () => {
    const { doctor, patient } = await buildAppointment();
    const stranger = await buildPatient();
    for (let count = 0; count < 45; count += 1) await write(patient, doctor, 'one-and-the-same');
    for (let count = 0; count < 3; count += 1) expect((await write(patient, stranger)).status).toBe(404);
    const replies = await Promise.all(Array.from({ length: 39 }, () => write(patient, doctor)));
    expect(statuses(replies, 201)).toBe(39);
  });

  test('over a socket too', async () => {
    const { doctor, patient } = await buildAppointment();
    const socket = await app.socket(patient);
    const send = () =>
      socket.request('message-send', { to: doctor.id, type: 'text', text: 'Hello', clientId: randomUUID() });
    for (let count = 0; count < 40; count += 1) await send();
    expect(await send()).toMatchObject({ error: { code: 'rate_limited' } });
  });

  test('are shared out exactly among processes that ask at the same moment', async () => {
    const { id } = await buildPatient();
    const granted = await Promise.all(Array.from({ length: 12 }, () => takeMessages(id, today(), 7)));
    expect(granted.reduce((total, count) => total + count)).toBe(40);
  });
});

describe('pictures of a person', () => {
  test('of a day end at its bytes', async () => {
    const patient = await buildPatient();
    await DayUsageModel.create({
      _id: `${today()} ${patient.id}`,
      messages: 0,
      bytes: 100_000 - picture.length,
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    expect((await upload(patient)).status).toBe(201);
    const { status, body, headers } = await upload(patient);
    expect([status, body.code]).toEqual([429, 'rate_limited']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(await UploadModel.countDocuments({ ownerId: patient.id })).toBe(1);
  });

  test('take up no more than they may, with what was stored before this was counted', async () => {
    const patient = await buildPatient();
    const { bytes } = (await upload(patient)).body.data;
    await StorageUsageModel.deleteMany({});
    await UploadModel.updateOne({ ownerId: patient.id }, { bytes: 1000 - bytes });
    expect((await upload(patient)).status).toBe(201);
    const { status, body } = await upload(patient);
    expect([status, body.code, body.reason]).toEqual([413, 'quota_exceeded', 'pictures_fill_account']);
    expect(body.params).toMatchObject({ left: 0 });
    expect(await UploadModel.countDocuments({ ownerId: patient.id })).toBe(2);
  });

  test('that race for the last room: none gets more', async () => {
    const patient = await buildPatient();
    const { bytes } = (await upload(patient)).body.data;
    const fits = Math.floor(1000 / bytes);
    const { reserveStorage } = await import('./service.js');
    const nothingBefore = async () => 0;
    const attempts = Array.from({ length: 30 }, () => reserveStorage(patient.id, bytes, nothingBefore));
    const taken = (await Promise.allSettled(attempts)).filter(({ status: state }) => state === 'fulfilled');
    expect(taken).toHaveLength(fits - 1);
  });
});
