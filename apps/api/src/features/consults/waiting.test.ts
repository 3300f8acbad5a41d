import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { sweepGone, sweepOver } from './leave.js';
import { ConsultModel } from './model.js';
import { startConsults } from './service.js';

const app = createTestApp();
let stop: () => void;
beforeAll(() => {
  stop = startConsults();
});
afterAll(() => stop());
afterEach(() => app.clock.release());

const MINUTE = 60_000;

/** A consult with its patient at the door. */
async function atTheDoor(options: Parameters<typeof buildAppointment>[0] = {}) {
  const made = await buildAppointment(options);
  const room = { appointmentId: made.id };
  const phone = await app.socket(made.patient, { deviceId: 'patient-phone' });
  const joined = await phone.request('join-room', room);
  if (!joined.ok) throw new Error(joined.error.message);
  return { ...made, room, phone, peerId: joined.data.self.peerId };
}

/** The same with the doctor inside, who let the patient in. */
async function together() {
  const made = await atTheDoor();
  const desk = await app.socket(made.doctor, { deviceId: 'doctor-laptop' });
  await desk.request('join-room', made.room);
  await desk.request('admit', { ...made.room, peerId: made.peerId });
  return { ...made, desk };
}

/** The two who are told next get what stood there when they looked, but only once `goOn` is called. */
function slowToLook() {
  let goOn = () => {};
  let looks = 0;
  let spy: { mockRestore(): void } | undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const find = ConsultModel.find.bind(ConsultModel) as (filter: object) => { lean(): Promise<unknown> };
  const hasLooked = new Promise<void>((resolve) => {
    spy = vi.spyOn(ConsultModel, 'find').mockImplementation(((filter: object) => ({
      async lean() {
        const read = await find(filter).lean();
        // The sweeps look at all of them.
        if (!('_id' in filter) || ++looks > 2) return read;
        if (looks === 2) resolve();
        await held;
        return read;
      },
    })) as never);
  });
  return {
    hasLooked,
    goOn() {
      spy?.mockRestore();
      goOn();
    },
  };
}

async function waitingFor(doctor: TestUser) {
  const reply = await (await app.socket(doctor)).request('waiting-watch', {});
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.data;
}

async function liveConsultsOf(user: TestUser) {
  const reply = await (await app.socket(user)).request('consults-watch', {});
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.data.map(({ appointmentId }) => appointmentId);
}

describe('FR-6, ROOM-3: who waits is told on every device of the doctor', () => {
  test('at once, and nothing medical', async () => {
    const doctor = await buildDoctor();
    const anyPage = await app.socket(doctor);
    expect(await anyPage.next('waiting-changed')).toEqual([]);
    const { patient, room, peerId, startsAt } = await atTheDoor({ doctor, symptoms: 'Wheezing' });
    const [waits, ...others] = await anyPage.next('waiting-changed');
    expect(waits).toEqual({
      ...room,
      peerId,
      name: patient.name,
      patientId: patient.id,
      role: 'patient',
      avatar: '',
      since: expect.any(String) as string,
      startsAt: startsAt.toISOString(),
      mode: 'video',
      doctorPresent: false,
    });
    expect(others).toEqual([]);
  });

  test('to a doctor who was away when the patient came: on connect, as often as they connect', async () => {
    const { doctor, room } = await atTheDoor();
    for (const deviceId of ['opened-a-page', 'another-device']) {
      const device = await app.socket(doctor, { deviceId });
      expect(await device.next('waiting-changed')).toEqual([expect.objectContaining(room)]);
    }
  });

  test('several people, who waits longest first', async () => {
    const first = await atTheDoor();
    app.clock.advanceMinutes(2);
    const hour = 60 * MINUTE;
    const second = await atTheDoor({ doctor: first.doctor, startsAt: new Date(first.startsAt.getTime() - hour) });
    expect((await waitingFor(first.doctor)).map(({ appointmentId }) => appointmentId)).toEqual([first.id, second.id]);
  });

  test('whoever comes at the same moment: the last word is how it is, although one was slow to look', async () => {
    const doctor = await buildDoctor();
    const anyPage = await app.socket(doctor);
    const first = await buildAppointment({ doctor });
    const second = await buildAppointment({ doctor, startsAt: new Date(first.startsAt.getTime() - 60 * MINUTE) });
    const [slow, quick] = [await app.socket(first.patient), await app.socket(second.patient)];
    for (const phone of [slow, quick]) await phone.next('consults-changed');
    await anyPage.next('waiting-changed');
    const { hasLooked, goOn } = slowToLook();
    const joining = slow.request('join-room', { appointmentId: first.id });
    await hasLooked;
    await quick.request('join-room', { appointmentId: second.id });
    goOn();
    await joining;
    const reply = await anyPage.request('waiting-watch', {});
    const last = anyPage.heard('waiting-changed').at(-1)!;
    expect(last.map(({ appointmentId }) => appointmentId)).toEqual([first.id, second.id]);
    expect(reply).toEqual({ ok: true, data: last });
  });

  test('no longer once they are let in, went, or the appointment is completed', async () => {
    const { doctor } = await together();
    expect(await waitingFor(doctor)).toEqual([]);

    const gone = await atTheDoor();
    await gone.phone.request('leave-room', gone.room);
    expect(await waitingFor(gone.doctor)).toEqual([]);

    const seen = await atTheDoor({ startsAt: new Date(Date.now() - MINUTE) });
    const anyPage = await app.socket(seen.doctor);
    await anyPage.next('waiting-changed', (list) => list.length === 1);
    await app.as(seen.doctor).put(`/api/appointments/${seen.id}`).send({ status: 'completed' });
    expect(await anyPage.next('waiting-changed', (list) => list.length === 0)).toEqual([]);
  });

  test('a patient whose device is gone is dropped, with and without the sweep', async () => {
    const { doctor, phone, id } = await atTheDoor();
    const anyPage = await app.socket(doctor);
    phone.close();
    const isGone = async () => (await ConsultModel.findById(id).lean())!.seats.every(({ goneAt }) => goneAt !== null);
    await expect.poll(isGone).toBe(true);
    expect(await waitingFor(doctor)).toHaveLength(1);
    app.clock.advanceMinutes(1);
    expect(await waitingFor(doctor)).toEqual([]);
    await sweepGone();
    await anyPage.next('waiting-changed', (list) => list.length === 0);
  });

  test('a doctor who is in the room already is told that they are', async () => {
    const { doctor, room } = await atTheDoor();
    await (await app.socket(doctor)).request('join-room', room);
    expect(await waitingFor(doctor)).toEqual([expect.objectContaining({ ...room, doctorPresent: true })]);
  });

  test('ROOM-7: when the doctor leaves, the patient waits again, from then on', async () => {
    const { desk, doctor, phone, room } = await together();
    const anyPage = await app.socket(doctor);
    app.clock.advanceMinutes(3);
    await desk.request('leave-room', room);
    const [waits] = await anyPage.next('waiting-changed', (list) => list.length === 1);
    expect(waits).toMatchObject({ ...room, doctorPresent: false });
    expect(app.clock.now() - Date.parse(waits!.since)).toBeLessThan(MINUTE);
    expect(phone.heard('room-closed')).toEqual([]);
    await desk.request('join-room', room);
    expect(await waitingFor(doctor)).toEqual([]);
  });

  test('nobody waits longer than the door is open', async () => {
    const { doctor, phone, room } = await atTheDoor();
    await sweepOver();
    expect(await waitingFor(doctor)).toHaveLength(1);
    app.clock.advanceMinutes(5 + 30 + 61);
    await sweepOver();
    expect(await phone.next('room-closed')).toEqual({ ...room, reason: 'window_closed' });
    expect(await waitingFor(doctor)).toEqual([]);
  });

  test('others learn nothing: patients are refused, another doctor has an empty list', async () => {
    const { patient, phone } = await atTheDoor();
    const stranger = await app.socket(await buildDoctor());
    expect(await stranger.next('waiting-changed')).toEqual([]);
    await atTheDoor({ patient: await buildPatient() });
    expect(stranger.heard('waiting-changed')).toEqual([]);
    const reply = await (await app.socket(patient)).request('waiting-watch', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(phone.heard('waiting-changed')).toEqual([]);
  });

  test('an ack alone is enough: the event has no payload', async () => {
    const { doctor } = await atTheDoor();
    const socket = (await app.socket(doctor)).raw;
    const reply = await new Promise((resolve) => (socket as unknown as Bare).emit('waiting-watch', resolve));
    expect(reply).toMatchObject({ ok: true, data: [{ name: expect.any(String) as string }] });
  });
  type Bare = { emit(event: string, ack: (reply: unknown) => void): void };
});

describe('ROOM-6: a consult that goes on is offered to both, everywhere', () => {
  test('from the moment that the patient is let in, on any device, with the name of the other', async () => {
    const waiting = await atTheDoor();
    expect(await liveConsultsOf(waiting.patient)).toEqual([]);

    const { doctor, patient, id } = await together();
    const laptop = await app.socket(patient, { deviceId: 'patient-laptop' });
    const [consult] = await laptop.next('consults-changed');
    expect(consult).toMatchObject({ appointmentId: id, with: { _id: doctor.id, name: doctor.name }, until: null });
    expect(await liveConsultsOf(doctor)).toEqual([id]);
  });

  test('also after both left or lost their devices, past the end, until the door closes', async () => {
    const { desk, phone, doctor, patient, room, id } = await together();
    await desk.request('leave-room', room);
    await phone.request('leave-room', room);
    app.clock.advanceMinutes(5 + 30 + 59);
    expect([...(await liveConsultsOf(doctor)), ...(await liveConsultsOf(patient))]).toEqual([id, id]);
    app.clock.advanceMinutes(2);
    expect([...(await liveConsultsOf(doctor)), ...(await liveConsultsOf(patient))]).toEqual([]);
  });

  test('while somebody is inside, the door stays open for the other', async () => {
    const { desk, doctor, patient, room, id } = await together();
    app.clock.advanceMinutes(5 + 30 + 90);
    await desk.request('leave-room', room);
    expect(await liveConsultsOf(doctor)).toEqual([id]);
    expect(await (await app.socket(doctor)).request('join-room', room)).toMatchObject({ ok: true });
    const late = await buildAppointment({ doctor, patient, startsAt: new Date(Date.now() - 3 * 60 * MINUTE) });
    const nobodyIn = await (await app.socket(doctor)).request('join-room', { appointmentId: late.id });
    expect(nobodyIn).toMatchObject({ error: { code: 'not_open' } });
  });

  test.each(['completed', 'ended for all', 'sent out'] as const)('no longer once it is %s', async (end) => {
    const { desk, phone, doctor, patient, room, id, peerId } = await together();
    app.clock.advanceMinutes(6);
    await phone.next('consults-changed', (list) => list.length === 1);
    if (end === 'completed') {
      // Both went out before: then there is no seat left to end it with.
      await desk.request('leave-room', room);
      await phone.request('leave-room', room);
      const reply = await app.as(doctor).put(`/api/appointments/${id}`).send({ status: 'completed' });
      expect(reply.status).toBe(200);
    }
    if (end === 'ended for all') await desk.request('close-room', room);
    if (end === 'sent out') await desk.request('remove-peer', { ...room, peerId });
    await phone.next('consults-changed', (list) => list.length === 0);
    expect([...(await liveConsultsOf(doctor)), ...(await liveConsultsOf(patient))]).toEqual([]);
  });
});
