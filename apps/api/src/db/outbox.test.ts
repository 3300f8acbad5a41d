import { Types } from 'mongoose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildAppointment } from '../../test/factories.js';
import { applyStep } from '../features/appointments/transitions.js';
import { sweepOverdue } from '../features/appointments/expire-overdue.js';
import { CallModel } from '../features/calls/model.js';
import { type DomainEvents, listenTo, startListening } from '../lib/events.js';
import { DoctorModel } from './accounts.js';
import { AppointmentModel, type AppointmentRecord, type HistoryRecord } from './appointments.js';
import { AuditModel } from './audit.js';
import { finishTelling, newEvent, sweepOutboxes, toTell } from './outbox.js';

const app = createTestApp();
const NINE = '2026-11-24T14:00:00.000Z';
const CANCEL = { command: 'cancel', by: 'patient', actorId: null, to: 'cancelled' } as const;

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

type Hear = (event: DomainEvents['appointment.changed']) => void | Promise<void>;
const hear = (name: string, listener: Hear) =>
  void stops.push(startListening([listenTo('appointment.changed', name, listener)]));

/** Told of in the order in which they happened, as `<appointment> <command>`. */
function hearAll(name: string, fails: (heard: string) => boolean = () => false) {
  const heard: string[] = [];
  hear(name, ({ appointment, change }) => {
    heard.push(`${appointment._id.toString()} ${change.command}`);
    if (fails(heard.at(-1)!)) throw new Error('not now');
  });
  return heard;
}

const stored = async (id: string) => (await AppointmentModel.findById(id).lean<AppointmentRecord>())!;
const change = (user: { id: string; role: 'doctor' | 'patient' }, id: string, body: object) =>
  app.as(user).put(`/api/appointments/${id}`).send(body).expect(200);

/** A step that its process stored, and then died. */
async function leftBehind() {
  const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
  await applyStep(await stored(appointment.id), CANCEL);
  return appointment;
}

describe('a process that died between a change and telling of it', () => {
  test('another tells everyone when its lease is over, once, however many sweep', async () => {
    const { doctor, patient, id } = await leftBehind();
    const heard = hearAll('test');
    const screen = await app.socket(patient);
    await sweepOutboxes();
    expect([heard, await AuditModel.countDocuments({ subjectId: id })]).toEqual([[], 0]);

    app.clock.advanceMinutes(1);
    await Promise.all([sweepOutboxes(), sweepOutboxes(), sweepOutboxes()]);
    expect(heard).toEqual([`${id} cancel`]);
    const { history, outbox } = await stored(id);
    expect(await AuditModel.find({ subjectId: id }).lean()).toMatchObject([
      { action: 'appointment.cancel', at: history[1]!.at, eventId: history[1]!.id },
    ]);
    expect(await screen.next('appointment-changed')).toMatchObject({ _id: id, status: 'cancelled' });
    expect(await DoctorModel.findById(doctor.id).lean()).toMatchObject({ slotsVersion: 1 });
    expect([outbox.since, history[0]!.dispatchedAt, history[1]!.dispatchedAt]).toEqual([
      null,
      null,
      new Date(app.clock.now()),
    ]);
    await sweepOutboxes();
    expect(heard).toHaveLength(1);
  });

  test('what it had told before it marked it is told again, and audited once', async () => {
    const { id } = await leftBehind();
    const left = await AppointmentModel.findById(id).lean<AppointmentRecord>();
    app.clock.advanceMinutes(1);
    await sweepOutboxes();
    await AppointmentModel.replaceOne({ _id: id }, left!);
    const heard = hearAll('test');
    await sweepOutboxes();
    expect([heard, await AuditModel.countDocuments({ subjectId: id })]).toEqual([[`${id} cancel`], 1]);
  });

  test('CALL-8: the devices of a call that it ended hear so', async () => {
    const { doctor, patient } = await buildAppointment();
    const phone = await app.socket(patient, { deviceId: 'patient-phone' });
    const call = await CallModel.create({
      kind: 'call',
      callerId: doctor._id,
      calleeId: patient._id,
      participants: [doctor._id, patient._id],
      state: 'ended',
      reason: 'cancelled',
      startedAt: new Date(app.clock.now()),
      endedAt: new Date(app.clock.now()),
      ending: { ...newEvent(), from: 'ringing', byDevice: null },
      ...toTell(null),
    });
    app.clock.advanceMinutes(1);
    await sweepOutboxes();
    expect(await phone.next('call-end')).toEqual({ callId: call._id.toString(), reason: 'cancelled' });
  });
});

describe('a listener that fails', () => {
  test('is told again after a while, in order; nobody else is, and no other appointment waits', async () => {
    const { doctor, patient, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const other = await buildAppointment({ startsAt: NINE, status: 'pending' });
    let isBroken = true;
    const heard = hearAll('test');
    const late = hearAll('late', (event) => isBroken && event.startsWith(id));

    await change(doctor, id, { status: 'scheduled' });
    await finishTelling();
    await change(patient, id, { status: 'cancelled' });
    await change(other.doctor, other.id, { status: 'scheduled' });
    await finishTelling();
    expect(heard).toEqual([`${id} confirm`, `${id} cancel`, `${other.id} confirm`]);
    expect(late).toEqual([`${id} confirm`, `${id} confirm`, `${other.id} confirm`]);
    expect((await stored(id)).history.slice(1)).toMatchObject([{ waitingFor: ['late'] }, { waitingFor: ['late'] }]);

    await sweepOutboxes();
    expect(late).toHaveLength(3);
    isBroken = false;
    app.clock.advanceMinutes(1);
    await sweepOutboxes();
    expect(late.slice(3)).toEqual([`${id} confirm`, `${id} cancel`]);
    expect([heard.length, (await stored(id)).outbox]).toEqual([
      3,
      { since: null, leaseUntil: null, retryAt: null, attempts: 0 },
    ]);
  });

  test('waits longer each time, is kept however often, and keeps nobody from their answer', async () => {
    const { doctor, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const late = hearAll('late', () => true);
    await change(doctor, id, { status: 'scheduled' });
    await finishTelling();
    const waits = [];
    for (let attempt = 1; attempt <= 12; attempt++) {
      const { outbox } = await stored(id);
      waits.push((outbox.retryAt!.getTime() - app.clock.now()) / 1000);
      app.clock.set(outbox.retryAt!.getTime());
      await sweepOutboxes();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
    expect([late.length, (await stored(id)).outbox.attempts]).toEqual([13, 13]);
  });

  test('on a disk that filled up after an expiry was stored, the expiry is told and audited later', async () => {
    const { patient, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const screen = await app.socket(patient);
    app.clock.set(NINE);
    const full = vi
      .spyOn(AuditModel, 'insertMany')
      .mockRejectedValue(Object.assign(new Error('no space left'), { code: 14031 }));
    await sweepOverdue();
    await finishTelling();
    expect(await screen.next('appointment-changed')).toMatchObject({ _id: id, status: 'cancelled' });
    expect(await AuditModel.countDocuments({ subjectId: id })).toBe(0);

    full.mockRestore();
    app.clock.advanceMinutes(1);
    await sweepOutboxes();
    expect(await AuditModel.find({ subjectId: id }).lean()).toMatchObject([{ action: 'appointment.expire' }]);
  });
});

test('who listens in another version is waited for, in order, however often this one tries', async () => {
  const { id } = await leftBehind();
  const name = 'of tomorrow';
  await AppointmentModel.updateOne({ _id: id }, { $set: { 'history.1.waitingFor': [name] } });
  app.clock.advanceMinutes(1);
  await sweepOutboxes();
  await sweepOutboxes();
  const waiting = await stored(id);
  expect(waiting.history[1]).toMatchObject({ dispatchedAt: null, waitingFor: [name] });
  expect([waiting.outbox.attempts, await AuditModel.countDocuments({ subjectId: id })]).toEqual([1, 0]);

  await applyStep(waiting, CANCEL);
  app.clock.advanceMinutes(1);
  await sweepOutboxes();
  expect((await stored(id)).history.slice(1)).toMatchObject([{ waitingFor: [name] }, { waitingFor: [name] }]);
  const heard = hearAll(name);
  app.clock.advanceMinutes(1);
  await sweepOutboxes();
  expect(heard).toEqual([`${id} cancel`, `${id} cancel`]);
  expect([(await stored(id)).outbox.since, await AuditModel.countDocuments({ subjectId: id })]).toEqual([null, 1]);
});

test('what another process changes while a change is told is told right after it, by whoever is at it', async () => {
  const { doctor, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
  const heard = hearAll('test');
  hear('another process', async ({ change: { command } }) => {
    if (command === 'confirm') await applyStep(await stored(id), CANCEL);
  });
  await change(doctor, id, { status: 'scheduled' });
  await finishTelling();
  expect(heard).toEqual([`${id} confirm`, `${id} cancel`]);
  expect((await stored(id)).outbox.since).toBeNull();
});

test('FR-10: of documents from before there were events nobody is told, but of their next change', async () => {
  const { doctor, id } = await buildAppointment({ startsAt: NINE, status: 'pending' });
  const _id = new Types.ObjectId(id);
  const [{ at, by, actorId, command, from, to, reason }] = (await stored(id)).history as [HistoryRecord];
  const first = { at, by, actorId, command, from, to, reason };
  await AppointmentModel.collection.updateOne({ _id }, { $set: { history: [first] }, $unset: { outbox: 1 } });
  const heard = hearAll('test');
  await sweepOutboxes();
  expect(heard).toEqual([]);

  await change(doctor, id, { status: 'scheduled' });
  await finishTelling();
  const after = await AppointmentModel.collection.findOne({ _id });
  expect([heard, after!.history[0]]).toEqual([[`${id} confirm`], first]);
  expect(after).toMatchObject({ outbox: { since: null }, history: [{}, { dispatchedAt: expect.any(Date) }] });
});

test('/ready says how much waits to be told, and for how long', async () => {
  const lag = async () => {
    app.clock.advanceMinutes(1);
    return (await app.anonymous.get('/api/ready').expect(200)).body.data.events;
  };
  await AppointmentModel.deleteMany({});
  const before = await lag();
  await leftBehind();
  expect([before, await lag()]).toEqual([
    { waiting: 0, oldestSeconds: 0 },
    { waiting: 1, oldestSeconds: 60 },
  ]);
});
