import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import type { TestSocket } from '../../../test/socket.js';
import { AppointmentModel } from '../../db/appointments.js';
import { joinRoom } from '../../realtime/publish.js';
import { consultRoom, userRoom } from '../../realtime/rooms.js';
import { sweepGone, sweepLost } from './leave.js';
import { ConsultModel } from './model.js';
import { startConsults } from './service.js';

const app = createTestApp();
let stop: () => void;
beforeAll(() => {
  stop = startConsults();
});
afterAll(() => stop());
afterEach(() => app.clock.release());

const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0' };

async function scheduledNow() {
  const made = await buildAppointment();
  return { ...made, room: { appointmentId: made.id } };
}

async function joined(socket: TestSocket, room: { appointmentId: string }) {
  const reply = await socket.request('join-room', room);
  if (!reply.ok) throw new Error(`refused: ${reply.error.code} ${reply.error.message}`);
  return reply.data;
}

/** Doctor and patient, both inside. */
async function together() {
  const made = await scheduledNow();
  const doctor = await app.socket(made.doctor, { deviceId: 'doctor-laptop' });
  const patient = await app.socket(made.patient, { deviceId: 'patient-phone' });
  const { self: doctorSelf } = await joined(doctor, made.room);
  const { self: patientSelf } = await joined(patient, made.room);
  await doctor.request('admit', { ...made.room, peerId: patientSelf.peerId });
  await patient.next('existing-peers');
  return { ...made, doctorSocket: doctor, patientSocket: patient, doctorSelf, patientSelf };
}

describe('who may join', () => {
  test('ROOM-1: its doctor and patient; to anybody else it does not exist', async () => {
    const { doctor, patient, room } = await scheduledNow();
    const outsiders = [await buildPatient(), await buildDoctor()];
    for (const outsider of outsiders) {
      const reply = await (await app.socket(outsider)).request('join-room', room);
      const missing = await (await app.socket(outsider)).request('join-room', { appointmentId: 'a'.repeat(24) });
      expect(reply).toEqual(missing);
      expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    expect((await joined(await app.socket(doctor), room)).waiting).toBe(false);
    expect((await joined(await app.socket(patient), room)).waiting).toBe(true);
  });

  test.each([
    ['pending', 'not_confirmed'],
    ['rescheduled', 'proposal_open'],
    ['completed', 'appointment_completed'],
    ['cancelled', 'appointment_cancelled'],
    ['no_show', 'appointment_missed'],
  ] as const)('ROOM-2: a %s appointment is not open, and the answer says why', async (status, reason) => {
    const made = await buildAppointment({
      status,
      ...(status === 'pending' && { startsAt: new Date(Date.now() + 60_000) }),
    });
    const reply = await (await app.socket(made.doctor)).request('join-room', { appointmentId: made.id });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_open', reason } });
  });

  test('a forged guest token opens nothing', async () => {
    const { patient, room } = await scheduledNow();
    const reply = await (await app.socket(patient)).request('join-room', { ...room, guestToken: 'let me in' });
    expect(reply).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('the waiting room', () => {
  test('ROOM-3: the patient waits, the doctor sees who and since when, and lets them in', async () => {
    const { doctor, patient, room } = await scheduledNow();
    const [desk, phone] = [await app.socket(doctor), await app.socket(patient)];
    const waiting = await joined(phone, room);
    expect(waiting).toMatchObject({ waiting: true, peers: [], doctorPresent: false });
    const told = await desk.next('peer-waiting');
    expect(told).toMatchObject({ ...room, name: patient.name, role: 'patient', peerId: waiting.self.peerId });

    const inside = await joined(desk, room);
    expect(inside.waitingPeers).toEqual([told]);
    expect(await phone.next('doctor-present')).toEqual({ ...room, present: true });
    expect(await desk.request('admit', { ...room, peerId: waiting.self.peerId })).toEqual({ ok: true, data: null });
    expect(await phone.next('existing-peers')).toEqual([inside.self]);
    expect(await desk.next('peer-joined')).toEqual(waiting.self);
  });

  test('that the patient came is kept, so that they cannot be marked as missing', async () => {
    const { patient, room, id } = await scheduledNow();
    await joined(await app.socket(patient), room);
    expect((await AppointmentModel.findById(id).lean())!.patientJoinedAt).not.toBeNull();
  });

  test('a waiting patient can neither signal, nor chat, nor admit themselves', async () => {
    const { doctor, patient, room } = await scheduledNow();
    const [desk, phone] = [await app.socket(doctor), await app.socket(patient)];
    const { self } = await joined(desk, room);
    const { self: me } = await joined(phone, room);
    const replies = [
      await phone.request('signal', { to: self.peerId, candidate }),
      await phone.request('chat-message', { ...room, text: 'Hello?' }),
      await phone.request('admit', { ...room, peerId: me.peerId }),
    ];
    expect(replies.map((reply) => !reply.ok && reply.error.code)).toEqual(['not_found', 'not_found', 'forbidden']);
    expect(desk.heard('signal')).toEqual([]);
  });

  test('a patient inside cannot admit, remove or close', async () => {
    const { patientSocket, doctorSelf, room } = await together();
    const replies = [
      await patientSocket.request('admit', { ...room, peerId: doctorSelf.peerId }),
      await patientSocket.request('remove-peer', { ...room, peerId: doctorSelf.peerId }),
      await patientSocket.request('close-room', room),
    ];
    expect(replies.map((reply) => !reply.ok && reply.error.code)).toEqual(['forbidden', 'forbidden', 'forbidden']);
  });
});

describe('in the room', () => {
  test('signals reach the one they are for, from the seat that the server knows', async () => {
    const { doctorSocket, patientSocket, doctorSelf, patientSelf } = await together();
    await patientSocket.request('signal', { to: doctorSelf.peerId, description: { type: 'offer', sdp: 'v=0' } });
    expect(await doctorSocket.next('signal')).toEqual({
      from: patientSelf.peerId,
      description: { type: 'offer', sdp: 'v=0' },
    });
    await doctorSocket.request('signal', { to: patientSelf.peerId, candidate });
    expect(await patientSocket.next('signal')).toEqual({ from: doctorSelf.peerId, candidate });
  });

  test('ROOM-9: a signal never crosses into another consult, whoever it names', async () => {
    const [one, other] = [await together(), await together()];
    await one.patientSocket.request('signal', { to: other.doctorSelf.peerId, candidate });
    await other.patientSocket.request('signal', { to: other.doctorSelf.peerId, candidate });
    expect(await other.doctorSocket.next('signal')).toEqual({ from: other.patientSelf.peerId, candidate });
    expect(other.doctorSocket.heard('signal')).toEqual([]);
  });

  test('the side chat is kept in the conversation of the two, tagged with the appointment', async () => {
    const { doctorSocket, patientSocket, doctor, patient, room } = await together();
    const reply = await doctorSocket.request('chat-message', { ...room, text: 'Twice a day' });
    const stored = reply.ok ? reply.data : null;
    expect(stored).toMatchObject({ text: 'Twice a day', senderId: doctor.id, receiverId: patient.id, ...room });
    expect(await patientSocket.next('chat-message')).toEqual(stored);
    expect(await patientSocket.next('message-receive')).toEqual(stored);
    const { body } = await app.as(patient).get(`/api/message/${doctor.id}`);
    expect(body.data).toEqual([stored]);
  });

  test('CALL-14: a reload comes back to its seat without waiting, and the other side hears of it', async () => {
    const { patientSocket, doctorSocket, patient, patientSelf, doctorSelf, room } = await together();
    await doctorSocket.next('peer-joined');
    patientSocket.close();
    const reloaded = await app.socket(patient, { deviceId: 'patient-phone' });
    const back = await joined(reloaded, room);
    expect(back).toMatchObject({ self: patientSelf, waiting: false, peers: [doctorSelf] });
    expect(await doctorSocket.next('peer-joined')).toEqual(patientSelf);
    expect(doctorSocket.heard('peer-left')).toEqual([]);
  });

  test('somebody who does not come back has left', async () => {
    const { patientSocket, doctorSocket, patientSelf, id } = await together();
    patientSocket.close();
    const isGone = async () => (await ConsultModel.findById(id).lean())!.seats.some(({ goneAt }) => goneAt !== null);
    await expect.poll(isGone).toBe(true);
    app.clock.advanceMinutes(1);
    await sweepGone();
    expect(await doctorSocket.next('peer-left')).toEqual(patientSelf);
  });

  test('somebody whose server process died is noticed, and keeps the seat for a moment only', async () => {
    const { doctorSocket, patientSelf, id } = await together();
    await ConsultModel.updateOne(
      { _id: id, 'seats.peerId': patientSelf.peerId },
      { 'seats.$.deviceId': 'on-a-dead-process' },
    );
    await sweepLost();
    await sweepGone();
    expect(doctorSocket.heard('peer-left')).toEqual([]);
    app.clock.advanceMinutes(1);
    await sweepGone();
    expect(await doctorSocket.next('peer-left')).toEqual(patientSelf);
  });

  test('CALL-15: a second tab takes the seat over, and the first is told', async () => {
    const { patientSocket, doctorSocket, patient, patientSelf, room } = await together();
    const tablet = await app.socket(patient, { deviceId: 'patient-tablet' });
    const { waiting, self } = await joined(tablet, room);
    expect(waiting).toBe(false);
    expect(await patientSocket.next('room-closed')).toEqual({ ...room, reason: 'taken_over' });
    expect(await doctorSocket.next('peer-left')).toEqual(patientSelf);
    expect(await doctorSocket.next('peer-joined', ({ peerId }) => peerId === self.peerId)).toEqual(self);
    expect((await patientSocket.request('chat-message', { ...room, text: 'Still here?' })).ok).toBe(false);
  });

  test('ROOM-7: the doctor leaves and comes back; the patient stays', async () => {
    const { patientSocket, doctorSocket, doctorSelf, patientSelf, room } = await together();
    await doctorSocket.request('leave-room', room);
    expect(await patientSocket.next('peer-left')).toEqual(doctorSelf);
    expect(await patientSocket.next('doctor-present', ({ present }) => !present)).toMatchObject(room);
    expect((await joined(doctorSocket, room)).peers).toEqual([patientSelf]);
    expect(patientSocket.heard('room-closed')).toEqual([]);
  });

  test('somebody who was sent out waits again', async () => {
    const { patientSocket, doctorSocket, patientSelf, room } = await together();
    await doctorSocket.request('remove-peer', { ...room, peerId: patientSelf.peerId });
    expect(await patientSocket.next('room-closed')).toEqual({ ...room, reason: 'removed' });
    expect((await joined(patientSocket, room)).waiting).toBe(true);
  });
});

describe('the end', () => {
  test('the doctor ends it for all, and both find it in their history', async () => {
    const { patientSocket, doctorSocket, doctor, patient, room } = await together();
    await doctorSocket.request('close-room', room);
    expect(await patientSocket.next('room-closed')).toEqual({ ...room, reason: 'ended' });
    expect((await patientSocket.request('chat-message', { ...room, text: 'Hello?' })).ok).toBe(false);
    for (const [who, peer] of [
      [doctor, patient],
      [patient, doctor],
    ] as const) {
      const { body } = await app.as(who).get('/api/calls');
      expect(body.data).toEqual([
        expect.objectContaining({ kind: 'consult', ...room, state: 'ended', reason: 'completed' }),
      ]);
      expect(body.data[0].peer).toMatchObject({ _id: peer.id });
    }
  });

  test('ROOM-5: cancelled while somebody waits for the patient: they are told and out', async () => {
    const { doctor, patient, room } = await scheduledNow();
    const desk = await app.socket(doctor);
    await joined(desk, room);
    const cancelled = await app.as(doctor).put(`/api/appointments/${room.appointmentId}`).send({ status: 'cancelled' });
    expect(cancelled.status).toBe(200);
    expect(await desk.next('room-closed')).toEqual({ ...room, reason: 'cancelled' });
    expect((await desk.request('chat-message', { ...room, text: 'Hello?' })).ok).toBe(false);
    for (const person of [doctor, patient]) {
      const reply = await (await app.socket(person)).request('join-room', room);
      expect(reply).toMatchObject({ error: { code: 'not_open' } });
    }
  });

  test('a room into which nobody ever came is not closed', async () => {
    const { doctor, patient, id } = await buildAppointment({ startsAt: '2099-06-01T09:00:00Z', status: 'pending' });
    const screen = await app.socket(patient);
    joinRoom(userRoom(patient.id), consultRoom(id));
    await app.as(doctor).put(`/api/appointments/${id}`).send({ status: 'scheduled' }).expect(200);
    await screen.next('appointment-changed');
    await screen.request('presence-watch', { userIds: [] });
    expect(screen.heard('room-closed')).toEqual([]);
  });

  test('ROOM-11: a stranger who is connected hears nothing of it all', async () => {
    const stranger = await app.socket(await buildPatient());
    const { doctorSocket, patientSelf, room } = await together();
    await doctorSocket.request('signal', { to: patientSelf.peerId, candidate });
    await doctorSocket.request('chat-message', { ...room, text: 'Private' });
    await doctorSocket.request('close-room', room);
    await stranger.request('presence-watch', { userIds: [] });
    const events = ['peer-joined', 'peer-left', 'peer-waiting', 'existing-peers', 'signal', 'chat-message'] as const;
    expect(events.flatMap((name) => stranger.heard(name))).toEqual([]);
    expect([...stranger.heard('room-closed'), ...stranger.heard('message-receive')]).toEqual([]);
  });
});
