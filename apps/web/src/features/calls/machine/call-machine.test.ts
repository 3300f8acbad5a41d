import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openLocalMedia } from '../../../media/local-media.js';
import { createFakeClock, settled } from '../../../media/testing/fake-clock.js';
import { FakeMediaDevices, FakeStream } from '../../../media/testing/fake-media.js';
import { FakePeerConnection } from '../../../media/testing/fake-peer-connection.js';
import { CallMachine } from './call-machine.js';
import type { CallPeer } from './call-state.js';
import { FakeExchange } from './testing/fake-exchange.js';

let exchange: FakeExchange;
let devices: FakeMediaDevices;
let turnedAway: CallPeer[];

beforeEach(() => {
  exchange = new FakeExchange();
  devices = new FakeMediaDevices();
  turnedAway = [];
  FakePeerConnection.all.length = 0;
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('navigator', { mediaDevices: devices, onLine: true });
  sessionStorage.clear();
});

const as = (userId: string): CallPeer => ({ userId, name: userId, avatar: '' });

function signIn(userId: string, deviceId = `${userId}’s phone`, servers = async (): Promise<RTCIceServer[]> => []) {
  const link = exchange.connect(userId, deviceId);
  const clock = createFakeClock();
  const machine = new CallMachine({
    ownerId: userId,
    openMedia: (camera) => openLocalMedia({ microphone: true, camera }),
    fetchIceServers: servers,
    onTurnedAway: (peer) => turnedAway.push(peer),
    clock,
  });
  const detach = machine.attach(link.link);
  return { machine, link, clock, detach, status: () => machine.get().status };
}

type Phone = ReturnType<typeof signIn>;

const whyOf = ({ machine }: Phone) => {
  const state = machine.get();
  return state.status === 'ended' ? state.why : null;
};

async function rings(caller: Phone, callee: string) {
  void caller.machine.call(as(callee));
  await settled();
}

async function talk(caller: Phone, callee: Phone, calleeId: string) {
  await rings(caller, calleeId);
  await callee.machine.accept({ camera: true });
  await settled();
}

describe('a call that is answered', () => {
  test('CALL-1: rings on every device, connects on the one that answers, and the others stop', async () => {
    const [doctor, phone, laptop] = [signIn('doctor'), signIn('patient', 'phone'), signIn('patient', 'laptop')];
    await rings(doctor, 'patient');
    expect([doctor.status(), phone.status(), laptop.status()]).toEqual(['calling', 'ringing', 'ringing']);

    await phone.machine.accept({ camera: true });
    await settled();
    expect([doctor.status(), phone.status(), laptop.status()]).toEqual(['connected', 'connected', 'idle']);
  });

  test('CALL-1: no address of either side leaves before it is accepted, and then they all go', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await rings(doctor, 'patient');
    FakePeerConnection.all[0]!.finds('192.168.1.20');
    await settled();
    expect(doctor.link.asked('ice-candidate')).toEqual([]);
    expect(JSON.stringify(doctor.link.requests)).not.toContain('192.168');

    await patient.machine.accept({ camera: true });
    FakePeerConnection.all[1]!.finds('192.168.1.30');
    await settled();
    expect(doctor.link.asked('ice-candidate')).toHaveLength(1);
    expect(patient.link.asked('ice-candidate')).toHaveLength(1);
  });

  test('the server is told once that picture and sound flow', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await talk(doctor, patient, 'patient');
    for (const connection of FakePeerConnection.all) connection.becomes('connected');
    for (const connection of FakePeerConnection.all) connection.becomes('connected');
    expect(doctor.link.asked('call-connected')).toHaveLength(1);
  });

  test('sound only opens no camera', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await rings(doctor, 'patient');
    devices.asked.length = 0;
    await patient.machine.accept({ camera: false });
    expect(devices.asked.map(({ video }) => video ?? false)).toEqual([false]);
  });
});

describe('a call that is not answered is told apart', () => {
  test.each([
    ['declined', (_: Phone, patient: Phone) => patient.machine.decline(), 'declined', null],
    ['hung up by the caller', (doctor: Phone) => doctor.machine.hangUp(), null, 'cancelled'],
    ['left to ring', () => exchange.timeOut(), 'no_answer', 'missed'],
  ] as const)('%s', async (_, act, atCaller, atCallee) => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await rings(doctor, 'patient');
    act(doctor, patient);
    await settled();
    expect([whyOf(doctor), whyOf(patient)]).toEqual([atCaller, atCallee]);
    expect(devices.liveTracks()).toEqual([]);
  });

  test('CALL-6: to somebody who is talking is busy, and their talk goes on', async () => {
    const [doctor, patient, other] = [signIn('doctor'), signIn('patient'), signIn('other')];
    await talk(doctor, patient, 'patient');
    await rings(other, 'doctor');
    expect([whyOf(other), doctor.status(), patient.status()]).toEqual(['busy', 'connected', 'connected']);
  });

  test('to somebody who is not there is unreachable', async () => {
    const doctor = signIn('doctor');
    await rings(doctor, 'nobody');
    expect(whyOf(doctor)).toBe('unreachable');
  });

  test('CALL-7: ends by itself on both sides where the server’s word for it is lost', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await rings(doctor, 'patient');
    doctor.link.answer = () => null;
    for (const { clock } of [doctor, patient]) clock.advance(50_000);
    expect([whyOf(doctor), whyOf(patient)]).toEqual(['no_answer', 'missed']);
  });

  test('to somebody in a visit is busy, and they learn who it was', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    doctor.machine.setInConsult(true);
    await rings(patient, 'doctor');
    expect([whyOf(patient), doctor.status()]).toEqual(['busy', 'idle']);
    expect(turnedAway.map(({ name }) => name)).toEqual(['patient']);
  });
});

describe('CALL-5: both call at once', () => {
  test.each([
    ['doctor', 'patient'],
    ['patient', 'doctor'],
  ])('the call of %s was first: one call, both connected', async (first, second) => {
    const phones = { [first]: signIn(first), [second]: signIn(second) };
    void phones[first]!.machine.call(as(second));
    void phones[second]!.machine.call(as(first));
    await settled();
    await settled();
    expect(Object.values(phones).map((phone) => phone.status())).toEqual(['connected', 'connected']);
    expect(exchange.calls).toHaveLength(1);
  });

  test('whoever calls somebody who is ringing here already, answers', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await rings(doctor, 'patient');
    await patient.machine.call(as('doctor'));
    await settled();
    expect([doctor.status(), patient.status()]).toEqual(['connected', 'connected']);
    expect(exchange.calls).toHaveLength(1);
  });
});

describe('races', () => {
  test('CALL-8: a cancel that meets an accept ends on both sides alike, with nothing left open', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await rings(doctor, 'patient');
    const accepting = patient.machine.accept({ camera: true });
    doctor.machine.hangUp();
    await accepting;
    await settled();
    expect(doctor.status()).toBe('idle');
    expect(whyOf(patient)).toBe('cancelled');
    expect(devices.liveTracks()).toEqual([]);
  });

  test('CALL-3: of two devices that accept, one gets the call and the other lets go', async () => {
    const [doctor, phone, laptop] = [signIn('doctor'), signIn('patient', 'phone'), signIn('patient', 'laptop')];
    await rings(doctor, 'patient');
    await Promise.all([phone.machine.accept({ camera: true }), laptop.machine.accept({ camera: true })]);
    await settled();
    expect([phone.status(), laptop.status()].sort()).toEqual(['connected', 'idle']);
    expect(devices.liveTracks()).toHaveLength(4);
  });

  test('hanging up before the server has answered still ends the call there', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    void doctor.machine.call(as('patient'));
    doctor.machine.hangUp();
    await settled();
    expect(exchange.calls.every(({ state }) => state === 'ended')).toBe(true);
    expect(patient.status()).not.toBe('ringing');
    expect(devices.liveTracks()).toEqual([]);
  });

  test('an end that the server did not hear is said again when it is back', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await talk(doctor, patient, 'patient');
    const server = doctor.link.answer;
    const { networkError } = await import('../../../lib/api-error.js');
    doctor.link.answer = () => {
      throw networkError();
    };
    doctor.machine.hangUp();
    await settled();
    expect(patient.status()).toBe('connected');

    doctor.link.answer = server;
    doctor.link.say('connect');
    expect(whyOf(patient)).toBe('left');
  });
});

describe('a page that is reloaded', () => {
  test('CALL-14: its addresses are kept while the other side still asks for its relay', async () => {
    const asked: ((servers: RTCIceServer[]) => void)[] = [];
    const slowly = () => new Promise<RTCIceServer[]>((resolve) => void asked.push(resolve));
    const [doctor, patient] = [signIn('doctor', 'desk', slowly), signIn('patient')];
    await rings(doctor, 'patient');
    asked[0]!([]);
    await settled();
    await patient.machine.accept({ camera: true });
    await settled();
    const { callId } = exchange.calls[0]!;

    const anew = new FakePeerConnection();
    anew.addTransceiver('audio');
    await anew.setLocalDescription();
    doctor.link.say('call-signal', { callId, description: anew.localDescription });
    await settled();
    const candidate = {
      candidate: 'candidate:1 early',
      sdpMid: '0',
      usernameFragment: anew.ufrag(),
    };
    doctor.link.say('ice-candidate', { callId, from: 'patient', candidate });
    asked[1]!([]);
    await settled();
    expect(FakePeerConnection.all.at(-1)!.candidates).toEqual(['candidate:1 early']);
  });

  test('CALL-14: takes up its call, and the other side does nothing', async () => {
    const [doctor, patient] = [signIn('doctor'), signIn('patient')];
    await talk(doctor, patient, 'patient');
    const before = FakePeerConnection.all.length;
    const { readKeptCall } = await import('./kept-call.js');
    const kept = readKeptCall('patient')!;

    // The same device, with nothing in its memory.
    const { callId } = exchange.calls[0]!;
    const again = new CallMachine({
      ownerId: 'patient',
      openMedia: () => openLocalMedia({ microphone: true, camera: true }),
      fetchIceServers: async () => [],
    });
    again.attach(patient.link.link);
    await again.resume(kept);
    // The socket comes after it: the offer that waited for it goes out once.
    patient.link.say('connect');
    await settled();

    expect(patient.link.asked('call-signal')).toHaveLength(1);
    expect(again.get()).toMatchObject({ status: 'connected', callId, peer: as('doctor') });
    expect(doctor.status()).toBe('connected');
    // One for the page that began anew, and one with which the doctor's answers it.
    expect(FakePeerConnection.all).toHaveLength(before + 2);
    expect(FakePeerConnection.all.at(-2)!.signalingState).toBe('stable');
  });
});

test('CALL-16: after twenty calls nothing is left: no track, no connection, no listener, no timer', async () => {
  const [doctor, patient] = [signIn('doctor'), signIn('patient')];
  const listening = doctor.link.listeners() + patient.link.listeners();

  for (let round = 0; round < 20; round += 1) {
    const [caller, callee, calleeId] =
      round % 2 === 0 ? ([doctor, patient, 'patient'] as const) : ([patient, doctor, 'doctor'] as const);
    await talk(caller, callee, calleeId);
    expect([caller.status(), callee.status()]).toEqual(['connected', 'connected']);
    (round % 3 === 0 ? caller : callee).machine.hangUp();
    await settled();
    caller.machine.dismiss();
    callee.machine.dismiss();
  }

  expect(devices.given).toHaveLength(80);
  expect(devices.liveTracks()).toEqual([]);
  expect(FakePeerConnection.all.filter(({ connectionState }) => connectionState !== 'closed')).toEqual([]);
  expect(FakePeerConnection.all.reduce((count, { listeners }) => count + listeners, 0)).toBe(0);
  expect(doctor.link.listeners() + patient.link.listeners()).toBe(listening);
  expect([doctor.clock.pending(), patient.clock.pending()]).toEqual([0, 0]);
  for (const { detach } of [doctor, patient]) detach();
  expect(doctor.link.listeners() + patient.link.listeners()).toBe(0);
});
