import type { JoinReply, Peer } from '@health-connect/contract/consults';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeLink } from '../../../../test/fake-link.js';
import { ApiError, networkError } from '../../../lib/api-error.js';
import { settled } from '../../../media/testing/fake-clock.js';
import { FakeStream } from '../../../media/testing/fake-media.js';
import { FakePeerConnection } from '../../../media/testing/fake-peer-connection.js';
import { type ConsultRoom, joinConsult } from './consult-room.js';

const APPOINTMENT = 'visit 1';
const doctor: Peer = { peerId: 'd', name: 'Dr. Te Whatu', role: 'doctor' };
const patient: Peer = { peerId: 'p', name: 'Camila', role: 'patient' };
const waits = { ...patient, appointmentId: APPOINTMENT, since: '2026-11-20T08:00:00.000Z' };

let server: FakeLink;
let room: ConsultRoom;

beforeEach(() => {
  server = new FakeLink();
  FakePeerConnection.all.length = 0;
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('MediaStream', FakeStream);
});

const reply = (over: Partial<JoinReply>): JoinReply => ({
  self: patient,
  waiting: false,
  peers: [],
  waitingPeers: [],
  doctorPresent: true,
  ...over,
});

async function enterAs(answer: () => JoinReply) {
  server.answer = (event) => (event === 'join-room' ? answer() : null);
  room = joinConsult({
    appointmentId: APPOINTMENT,
    link: server.link,
    iceServers: [],
    fetchIceServers: async () => [],
  });
  await settled();
}

const enterAsPatient = () => enterAs(() => reply({ waiting: true, doctorPresent: false }));
const enterAsDoctor = (over: Partial<JoinReply> = {}) => enterAs(() => reply({ self: doctor, ...over }));
const names = () => room.people.get().map(({ name }) => name);

describe('ROOM-3: the waiting room', () => {
  test('the patient waits, knows whether the doctor is there, and comes in only when let in', async () => {
    await enterAsPatient();
    expect(room.get()).toEqual({ at: 'waiting', doctorPresent: false });

    server.say('doctor-present', { appointmentId: APPOINTMENT, present: true });
    expect(room.get()).toEqual({ at: 'waiting', doctorPresent: true });
    expect(FakePeerConnection.all).toHaveLength(0);

    server.say('existing-peers', [doctor]);
    expect(room.get().at).toBe('inside');
    await settled();
    expect(server.asked('signal')).toMatchObject([{ to: 'd', description: { type: 'offer' } }]);
  });

  test('somebody who is let in before the answer to the joining came is inside', async () => {
    await enterAs(() => {
      server.say('existing-peers', [doctor]);
      return reply({ waiting: true });
    });
    expect(room.get().at).toBe('inside');
    expect(names()).toEqual(['Dr. Te Whatu']);
  });

  test('the doctor sees who waits, and since when, until they are let in or go', async () => {
    await enterAsDoctor();
    server.say('peer-waiting', waits);
    server.say('peer-waiting', waits);
    server.say('peer-waiting', { ...waits, peerId: 'x', appointmentId: 'another visit' });
    expect(room.get()).toMatchObject({ waiting: [waits] });

    await room.admit('p');
    expect(server.asked('admit')).toEqual([{ appointmentId: APPOINTMENT, peerId: 'p' }]);
    server.say('peer-joined', patient);
    expect(room.get()).toMatchObject({ waiting: [] });
    expect(names()).toEqual(['Camila']);

    server.say('peer-waiting', waits);
    server.say('peer-waiting-left', waits);
    expect(room.get()).toMatchObject({ waiting: [] });
  });

  test('who waited before the doctor came is there at once', async () => {
    await enterAsDoctor({ waitingPeers: [waits] });
    expect(room.get()).toMatchObject({ at: 'inside', waiting: [waits] });
  });
});

describe('who is inside', () => {
  test('ROOM-7: the doctor goes, and the patient stays', async () => {
    await enterAsPatient();
    server.say('existing-peers', [doctor]);
    server.say('peer-left', doctor);
    server.say('doctor-present', { appointmentId: APPOINTMENT, present: false });
    expect(room.get()).toMatchObject({ at: 'inside', doctorPresent: false });
    expect(names()).toEqual([]);
  });

  test('a lost server connection joins again and leaves the media alone', async () => {
    await enterAsDoctor({ peers: [patient] });
    FakePeerConnection.all[0]!.becomes('connected');
    server.say('connect');
    await settled();
    expect(server.asked('join-room')).toHaveLength(2);
    expect(FakePeerConnection.all).toHaveLength(1);
    expect(FakePeerConnection.all[0]!.connectionState).toBe('connected');
  });

  test('a server that is silent after that is no reason to go', async () => {
    await enterAsDoctor({ peers: [patient] });
    server.answer = () => {
      throw networkError();
    };
    server.say('connect');
    await settled();
    expect(room.get().at).toBe('inside');
  });
});

describe('the end', () => {
  test.each(['ended', 'cancelled', 'removed', 'completed', 'taken_over', 'window_closed'] as const)(
    'ROOM-5: %s closes every connection and stops listening',
    async (reason) => {
      await enterAsDoctor({ peers: [patient] });
      server.say('room-closed', { appointmentId: 'another visit', reason });
      expect(room.get().at).toBe('inside');

      server.say('room-closed', { appointmentId: APPOINTMENT, reason });
      expect(room.get()).toEqual({ at: 'closed', reason });
      expect(FakePeerConnection.all.map(({ connectionState }) => connectionState)).toEqual(['closed']);
      expect(server.listeners()).toBe(0);
      room.leave();
      expect(server.asked('leave-room')).toEqual([]);
    },
  );

  test('CALL-16: twenty visits leave nothing behind', async () => {
    for (let round = 0; round < 20; round += 1) {
      await enterAsDoctor({ peers: [patient] });
      room.leave();
    }
    expect(server.asked('leave-room')).toHaveLength(20);
    expect(server.listeners()).toBe(0);
    expect(FakePeerConnection.all.filter(({ connectionState }) => connectionState !== 'closed')).toEqual([]);
    expect(FakePeerConnection.all.reduce((count, { listeners }) => count + listeners, 0)).toBe(0);
  });
});

describe('a refusal', () => {
  const refusal = new ApiError({ code: 'not_open' });

  test('is a state with a way to try again', async () => {
    await enterAs(() => {
      throw refusal;
    });
    expect(room.get()).toEqual({ at: 'failed', error: refusal });

    server.answer = () => reply({ self: doctor });
    room.retry();
    await settled();
    expect(room.get().at).toBe('inside');
  });

  test('after a lost connection ends the visit, because the server says no', async () => {
    await enterAsDoctor();
    server.answer = () => {
      throw refusal;
    };
    server.say('connect');
    await settled();
    expect(room.get()).toEqual({ at: 'failed', error: refusal });
  });
});
