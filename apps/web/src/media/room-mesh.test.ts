import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createRoomMesh, type RoomMesh } from './room-mesh.js';
import type { Signal } from './sdp.js';
import { NO_TRACKS } from './sources.js';
import { createFakeClock, settled } from './testing/fake-clock.js';
import { FakeStream, fakeTrack } from './testing/fake-media.js';
import { FakePeerConnection } from './testing/fake-peer-connection.js';

interface Person {
  peerId: string;
  name: string;
}
type Room = Record<string, RoomMesh<Person>>;

const person = (peerId: string): Person => ({ peerId, name: `Name of ${peerId}` });

/** Stands for the server: it knows who is there, and carries signals between them. */
let room: Room;
let clock = createFakeClock();
let wire: { from: string; to: string; signal: Signal }[];

beforeEach(() => {
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('MediaStream', FakeStream);
  FakePeerConnection.all.length = 0;
  room = {};
  clock = createFakeClock();
  wire = [];
});

function meshOf(from: string) {
  const mesh = createRoomMesh<Person>({
    iceServers: [],
    clock,
    signal: (to, signal) => wire.push({ from, to, signal }),
  });
  room[from] = mesh;
  return mesh;
}

async function deliver() {
  await settled();
  while (wire.length > 0) {
    for (const { from, to, signal } of wire.splice(0)) room[to]?.receive(from, signal);
    await settled();
  }
}

async function comesIn(peerId: string) {
  const others = Object.keys(room).filter((other) => other !== peerId);
  const mesh = meshOf(peerId);
  for (const other of others) room[other]!.peerJoined(person(peerId));
  mesh.enter(others.map(person));
  await deliver();
  return mesh;
}

const connectAll = () =>
  FakePeerConnection.all
    .filter(({ connectionState, remoteDescription }) => connectionState === 'new' && remoteDescription)
    .forEach((connection) => connection.becomes('connected'));

const statesOf = (mesh: RoomMesh<Person>) => mesh.get().map(({ peerId, state }) => `${peerId} ${state.status}`);

describe('a room of four', () => {
  test('has one connection per pair, offered by whoever came later', async () => {
    for (const peerId of ['doctor', 'patient', 'interpreter', 'daughter']) await comesIn(peerId);
    connectAll();

    expect(FakePeerConnection.all).toHaveLength(12);
    expect(statesOf(room.patient!)).toEqual(['doctor connected', 'interpreter connected', 'daughter connected']);
    expect(room.doctor!.get()[0]!.name).toBe('Name of patient');
  });

  test('sends each track to everyone, also to those who come later', async () => {
    const doctor = await comesIn('doctor');
    await comesIn('patient');
    const track = fakeTrack('audio');
    doctor.publish({ ...NO_TRACKS, microphone: { track, on: true } });
    await comesIn('interpreter');

    const sending = FakePeerConnection.all.filter((connection) =>
      connection.getTransceivers().some(({ sender }) => sender.track === track),
    );
    expect(sending).toHaveLength(2);
  });

  test('keeps to the chosen quality with everyone, also with those who come later', async () => {
    const doctor = await comesIn('doctor');
    await comesIn('patient');
    doctor.setQualityMode('save-data');
    await comesIn('interpreter');

    expect(doctor.get().map(({ quality }) => quality.mode)).toEqual(['save-data', 'save-data']);
  });

  test('closes the connection to one who leaves, and all on the way out', async () => {
    const doctor = await comesIn('doctor');
    await comesIn('patient');
    doctor.peerLeft('patient');
    expect(doctor.get()).toEqual([]);

    room.patient!.close();
    expect(FakePeerConnection.all.map(({ connectionState }) => connectionState)).toEqual(['closed', 'closed']);
    expect(clock.pending()).toBe(0);
  });
});

test('an offer that overtakes the news of its sender waits for it', async () => {
  const doctor = meshOf('doctor');
  const patient = meshOf('patient');
  patient.enter([person('doctor')]);
  await deliver();
  expect(doctor.get()).toEqual([]);

  doctor.peerJoined(person('patient'));
  await deliver();
  connectAll();
  expect(statesOf(patient)).toEqual(['doctor connected']);
});

describe('CALL-11, CALL-23: coming back to the room after the server was away', () => {
  beforeEach(async () => {
    await comesIn('doctor');
    await comesIn('patient');
    connectAll();
  });

  test('leaves media that flows alone, also where the server knows nobody yet', async () => {
    room.doctor!.enter([]);
    room.patient!.enter([person('doctor')]);
    room.doctor!.peerJoined(person('patient'));
    await deliver();

    expect(FakePeerConnection.all).toHaveLength(2);
    expect(statesOf(room.doctor!)).toEqual(['patient connected']);
  });

  test('drops someone the server does not know once their media stops', () => {
    room.doctor!.enter([]);
    FakePeerConnection.all[0]!.becomes('disconnected');

    expect(room.doctor!.get()).toEqual([]);
  });

  test('begins anew with someone whose media has stopped', async () => {
    for (const connection of FakePeerConnection.all) connection.becomes('disconnected');
    room.patient!.enter([person('doctor')]);
    room.doctor!.peerJoined(person('patient'));
    await deliver();
    connectAll();

    expect(statesOf(room.doctor!)).toEqual(['patient connected']);
    expect(statesOf(room.patient!)).toEqual(['doctor connected']);
  });
});

test('CALL-14: a reloaded page gets its place back, and the others do nothing for it', async () => {
  await comesIn('doctor');
  await comesIn('patient');
  connectAll();
  await comesIn('patient');
  connectAll();

  expect(statesOf(room.doctor!)).toEqual(['patient connected']);
  expect(statesOf(room.patient!)).toEqual(['doctor connected']);
});

test('an answer from a new connection of theirs is met with a new one of ours', async () => {
  await comesIn('doctor');
  await comesIn('patient');
  connectAll();
  const strange = { type: 'answer' as const, sdp: 'v=0\r\no=- 999999 1 IN IP4 127.0.0.1\r\n' };
  room.patient!.receive('doctor', { description: strange });
  await deliver();
  connectAll();

  expect(statesOf(room.patient!)).toEqual(['doctor connected']);
  expect(statesOf(room.doctor!)).toEqual(['patient connected']);
});
