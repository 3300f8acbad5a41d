import type { Schema } from 'mongoose';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../test/app.js';
import { everyRoute, fill } from '../../test/every-route.js';
import { PASSWORD } from '../../test/factories.js';
import { buildFixtures, completedAppointment, openAppointment, type Fixtures } from '../../test/fixtures.js';
import { CallModel } from '../features/calls/model.js';
import { ConsultModel } from '../features/consults/model.js';
import { verifyDoctor } from '../features/doctors/verify.js';
import { AccountModel, DoctorModel, type DoctorRecord } from './accounts.js';
import { AppointmentModel } from './appointments.js';

vi.mock('../lib/passwords.js', async (original) => ({
  ...(await original<object>()),
  ...(await import('../../test/cheap-passwords.js')),
}));

const app = createTestApp();
let fixtures: Fixtures;
let appointmentId: string;
let uploadId: string;

beforeEach(async () => {
  fixtures = await buildFixtures();
  const { patient, doctor } = fixtures.pairs.annaXavier;
  appointmentId = (await openAppointment('annaXavier', fixtures.pairs.annaXavier)).id;
  await completedAppointment('annaXavier', fixtures.pairs.annaXavier, 20);
  await ConsultModel.create({ _id: appointmentId, doctorId: doctor._id, patientId: patient._id });
  const [callerId, calleeId] = [doctor._id, patient._id];
  const people = { callerId, calleeId, participants: [callerId, calleeId] };
  await CallModel.create({ ...people, kind: 'call', state: 'ended', reason: 'completed', startedAt: new Date() });
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#c82828' } }).png();
  const upload = app.as(doctor).post('/api/uploads').field('purpose', 'avatar');
  uploadId = (await upload.attach('file', await picture.toBuffer(), 'picture.png').expect(201)).body.data._id;
  // A photo that is in use: one from before that was told is taken for used.
  await app.as(doctor).put('/api/doctors/profile').send({ avatar: uploadId }).expect(200);
});

/** What was stored from the first day: without it there would be no such document. Not to be verified is a state. */
const KEPT = new Set(['_id', 'role', 'verification', 'participants']);

const laterPaths = (schema: Schema): string[] =>
  Object.keys(schema.paths).filter((path) => !KEPT.has(path) && !schema.path(path).isRequired && !path.includes('$*'));

/** Takes from every document what its model does not require, as if it were older than all of that. */
async function forgetLaterFields() {
  for (const model of Object.values(mongoose.models)) {
    const paths = laterPaths(model.schema as unknown as Schema);
    const kind = model.baseModelName ? { role: model.modelName.toLowerCase() } : {};
    if (paths.length > 0)
      await model.collection.updateMany(kind, { $unset: Object.fromEntries(paths.map((path) => [path, ''])) });
  }
}

const actors = (): [string, TestUser | undefined][] => {
  const { anna, xavier, admin, pharmacist } = fixtures.users;
  return Object.entries({ anna, xavier, admin, pharmacist, anonymous: undefined });
};

function idFor(path: string, actor: TestUser | undefined): string {
  const { patient, doctor } = fixtures.pairs.annaXavier;
  if (path.startsWith('/appointments')) return appointmentId;
  if (path.startsWith('/uploads')) return uploadId;
  if (path.startsWith('/patients')) return patient.id;
  return path.startsWith('/message') && actor?.role === 'doctor' ? patient.id : doctor.id;
}

/** The names of what an answer carries, of a list those of its first row. */
function namesIn({ status, body }: { status: number; body: { data?: unknown } }): unknown {
  const data = Array.isArray(body.data) ? body.data[0] : body.data;
  return [status, typeof data === 'object' && data !== null ? Object.keys(data).sort() : null];
}

async function askEverything() {
  const answers: Record<string, unknown> = {};
  for (const { name, method, path } of everyRoute) {
    if (method !== 'get') continue;
    for (const [who, actor] of actors()) {
      const client = actor ? app.as(actor) : app.anonymous;
      answers[`${name} as ${who}`] = namesIn(await client.get(fill(path, () => idFor(path, actor))));
    }
  }
  return answers;
}

describe('FR-10: documents that were stored before all that is not required existed', () => {
  test('every route answers everybody as it does with the defaults', async () => {
    const before = await askEverything();
    await forgetLaterFields();
    expect(await AccountModel.collection.findOne({ role: 'patient' })).not.toHaveProperty('avatar');
    // Of hours that are not there no slots are offered; all else is the same.
    expect({ ...(await askEverything()), ...emptied(before) }).toEqual(before);
  });

  test('people sign in, come back, and are let in by the socket', async () => {
    await forgetLaterFields();
    for (const user of [fixtures.pairs.annaXavier.patient, fixtures.pairs.annaXavier.doctor]) {
      const { email, role } = user;
      const reply = await app.anonymous.post('/api/auth/login').send({ email, role, password: PASSWORD }).expect(200);
      expect(reply.body.data).toMatchObject({ timeZone: 'UTC', avatar: '', contactNumber: '' });
      const socket = await app.socket(user);
      expect((await socket.request('presence-watch', { userIds: [] })).ok).toBe(true);
    }
  });

  test('what is written on the condition that nothing changed is written', async () => {
    await forgetLaterFields();
    const { patient, doctor } = fixtures.pairs.annaXavier;
    const notes = { notes: 'Dry skin.', revision: 0 };
    const written = await app.as(doctor).put(`/api/appointments/${appointmentId}`).send(notes).expect(200);
    expect(written.body.data).toMatchObject({ notes: 'Dry skin.', revision: 1 });
    const socket = await app.socket(patient);
    expect(await socket.request('join-room', { appointmentId })).toMatchObject({ ok: true });
    await app.anonymous.get('/api/doctors?sort=soonest').expect(200);
    expect(await DoctorModel.collection.findOne({ _id: doctor._id })).toHaveProperty('nextSlotsStaleAt');

    await DoctorModel.collection.updateOne({ _id: doctor._id }, { $unset: { verification: '' } });
    await verifyDoctor(doctor.email);
    expect(await DoctorModel.findById(doctor._id).lean()).toMatchObject({ verification: 'verified' });
  });
});

describe('a lean read', () => {
  beforeAll(() => app.clock.release());

  test('fills what the query selects, and nothing else', async () => {
    await forgetLaterFields();
    const [doctor] = await AccountModel.find({ role: 'doctor' }, { role: 1, name: 1, rules: 1, overrides: 1 }).lean();
    expect(Object.keys(doctor!).sort()).toEqual(['_id', 'name', 'overrides', 'role', 'rules']);
    const { rules, overrides } = doctor as unknown as DoctorRecord;
    expect(rules).toEqual({
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      minimumNoticeMinutes: 60,
      bookingWindowDays: 60,
      autoConfirm: false,
    });
    expect(overrides).toEqual([]);
    const rest = await DoctorModel.findOne({}, { name: 0, rules: 0 }).lean();
    expect(rest).not.toHaveProperty('rules');
    expect(rest).toMatchObject({ about: '', rating: 0, suspendedAt: null });
  });

  test('fills part of an object, and every item of a list', async () => {
    const { doctor, patient } = fixtures.pairs.annaXavier;
    await DoctorModel.collection.updateOne({ _id: doctor._id }, { $unset: { 'rules.autoConfirm': '' } });
    expect(await DoctorModel.findById(doctor._id).lean()).toMatchObject({ rules: { autoConfirm: false } });
    const seat = { peerId: 'p', userId: patient.id, deviceId: 'd', name: 'Anna', role: 'patient', isAdmitted: false };
    await ConsultModel.collection.updateMany(
      {},
      { $set: { seats: [seat, { ...seat, goneAt: new Date(0) }] } as never },
    );
    const consult = await ConsultModel.findOne().lean();
    expect(consult!.seats.map(({ goneAt }) => goneAt)).toEqual([null, new Date(0)]);
  });

  test('makes a list or an object anew for each document', async () => {
    await forgetLaterFields();
    const [one, other] = await AppointmentModel.find().lean();
    one!.history.push({} as never);
    expect(other!.history).toEqual([]);
    expect(one!.createdAt).toEqual(one!._id.getTimestamp());
  });
});

const emptied = (answers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name.startsWith('GET /doctors/:id/slots')));
