import { PatientModel, DoctorModel } from '@health-connect/api/db/accounts';
import { AppointmentModel } from '@health-connect/api/db/appointments';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { median } from './load.js';
import { doctors, patients } from './people.js';
import { serveReference } from './processes.js';
import type { Figure } from './report.js';
import { cookieOf, ORIGIN } from './session.js';
import type { Fixtures } from './fixtures.js';

const PAIRS = 250;
const IN_FLIGHT = 200;
const MESSAGES = 30_000;
const STORED = 6_000;
const ROUNDS = 3;

const CANDIDATE = {
  candidate:
    'candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.0.17 rport 46154 generation 0 ufrag EEtu network-id 3',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: 'EEtu',
};

/** One direction of a pair: `send` resolves nothing, `heard` is called once the other side has it. */
interface Lane {
  send(): void;
  onHeard(listener: () => void): void;
}

/** P5: candidates and stored messages over 500 sockets, beside a Socket.IO relay without checks and raw websockets. */
export async function relay(fixtures: Fixtures): Promise<Figure[]> {
  const bare = await bareLanes();
  const raw = await rawLanes();
  const ours = await ourLanes(fixtures);
  const rates = {
    bare: [] as Measured[],
    raw: [] as Measured[],
    candidates: [] as Measured[],
    messages: [] as Measured[],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.raw.push(await measure(raw.lanes, MESSAGES));
    rates.bare.push(await measure(bare.lanes, MESSAGES));
    rates.candidates.push(await measure(ours.candidates, MESSAGES));
    rates.messages.push(await measure(ours.messages, STORED));
  }
  for (const side of [bare, raw, ours]) await side.stop();
  const rate = (key: keyof typeof rates) => median(rates[key].map((each) => each.rate));
  const p99 = (key: keyof typeof rates) => median(rates[key].map((each) => each.p99));
  return [
    {
      id: 'P5',
      name: 'ice-candidate relay, 500 sockets',
      ours: rate('candidates'),
      reference: rate('bare'),
      unit: '/s',
      goal: { atLeast: 0.8 },
    },
    { id: 'P5', name: '  its p99', ours: p99('candidates'), reference: p99('bare'), unit: 'ms', goal: { atMost: 1.5 } },
    {
      id: 'P5',
      name: 'message-send, stored, 500 sockets',
      ours: rate('messages'),
      reference: rate('bare'),
      unit: '/s',
      goal: { atLeast: 0.5 },
    },
    {
      id: 'P5',
      name: '  bare relay beside raw ws',
      ours: rate('bare'),
      reference: rate('raw'),
      unit: '/s',
      goal: { atLeast: 0 },
    },
  ];
}

interface Measured {
  rate: number;
  /** Milliseconds. */
  p99: number;
}

function measure(lanes: Lane[], count: number): Promise<Measured> {
  const times: number[] = [];
  const sentAt = new Map<Lane, number[]>();
  let sent = 0;
  const began = performance.now();
  return new Promise((resolve) => {
    const send = (lane: Lane) => {
      if (sent >= count) return;
      sent += 1;
      sentAt.get(lane)!.push(performance.now());
      lane.send();
    };
    for (const lane of lanes) {
      sentAt.set(lane, []);
      lane.onHeard(() => {
        times.push(performance.now() - sentAt.get(lane)!.shift()!);
        if (times.length === count) resolve(finish(times, began));
        else send(lane);
      });
    }
    for (let index = 0; index < IN_FLIGHT; index += 1) send(lanes[index % lanes.length]!);
  });
}

function finish(times: number[], began: number): Measured {
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return { rate: times.length / seconds, p99: times[Math.floor(times.length * 0.99)]! };
}

async function open(url: string, options: object): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** A lane over Socket.IO: sending from one socket, hearing an event on the other. */
function lane(from: Socket, to: Socket, event: string, hears: string, payload: () => object): Lane {
  let heard = () => {};
  to.on(hears, () => heard());
  return {
    send: () => void from.emit(event, payload()),
    onHeard: (listener) => {
      heard = listener;
    },
  };
}

async function bareLanes() {
  const served = await serveReference('socket-io');
  const sockets = await Promise.all(Array.from({ length: PAIRS * 2 }, (_, id) => open(served.url, { auth: { id } })));
  const lanes = Array.from({ length: PAIRS }, (_, pair) =>
    lane(sockets[pair * 2]!, sockets[pair * 2 + 1]!, 'relay', 'relay', () => ({
      to: String(pair * 2 + 1),
      candidate: CANDIDATE,
    })),
  );
  return { lanes, stop: () => stopAll(sockets, served.stop) };
}

async function rawLanes() {
  const served = await serveReference('ws');
  const sockets = await Promise.all(
    Array.from({ length: PAIRS * 2 }, async (_, id) => {
      const socket = new WebSocket(`${served.url.replace('http', 'ws')}/${id}`);
      await new Promise((resolve) => socket.once('open', resolve));
      return socket;
    }),
  );
  const lanes = Array.from({ length: PAIRS }, (_, pair): Lane => {
    let heard = () => {};
    sockets[pair * 2 + 1]!.on('message', () => heard());
    return {
      send: () => sockets[pair * 2]!.send(JSON.stringify({ to: String(pair * 2 + 1), candidate: CANDIDATE })),
      onHeard: (listener) => {
        heard = listener;
      },
    };
  });
  return {
    lanes,
    async stop() {
      for (const socket of sockets) socket.close();
      await served.stop();
    },
  };
}

/** 250 doctors in accepted calls with 250 patients. */
async function ourLanes({ api }: Fixtures) {
  const [staff, people] = await Promise.all([
    DoctorModel.insertMany(doctors(PAIRS)),
    PatientModel.insertMany(patients(PAIRS)),
  ]);
  const startsAt = new Date(Date.now() + 3600_000);
  await AppointmentModel.insertMany(
    staff.map((doctor, index) => ({
      doctorId: doctor._id,
      patientId: people[index]!._id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 1800_000),
      timeZone: 'UTC',
      status: 'scheduled',
      doctorCells: [1],
      patientCells: [1],
    })),
  );
  const candidates: Lane[] = [];
  const messages: Lane[] = [];
  const sockets: Socket[] = [];
  for (const [index, doctor] of staff.entries()) {
    const patient = people[index]!;
    const pair = await Promise.all([
      open(api.url, {
        extraHeaders: { cookie: cookieOf(doctor._id, 'doctor'), origin: ORIGIN },
        auth: { deviceId: `bench-doctor-${index}` },
      }),
      open(api.url, {
        extraHeaders: { cookie: cookieOf(patient._id, 'patient'), origin: ORIGIN },
        auth: { deviceId: `bench-patient-${index}` },
      }),
    ]);
    sockets.push(...pair);
    const to = patient._id.toString();
    const callId = await connectCall(pair[0], pair[1], doctor._id.toString(), to);
    candidates.push(
      lane(pair[0], pair[1], 'ice-candidate', 'ice-candidate', () => ({ to, callId, candidate: CANDIDATE })),
    );
    let count = 0;
    messages.push(
      lane(pair[0], pair[1], 'message-send', 'message-receive', () => ({
        to,
        type: 'text',
        text: 'Please bring the readings of the last week to the visit.',
        clientId: `bench-${index}-${Date.now()}-${++count}`,
      })),
    );
  }
  return { candidates, messages, stop: () => stopAll(sockets, async () => {}) };
}

async function connectCall(doctor: Socket, patient: Socket, doctorId: string, patientId: string): Promise<string> {
  const rings = new Promise<{ callId: string }>((resolve) => patient.once('call-made', resolve));
  const reply = await doctor.emitWithAck('call-user', { to: patientId, offer: { type: 'offer', sdp: 'v=0' } });
  if (!reply.ok) throw new Error(`call-user: ${reply.error.message}`);
  const { callId } = await rings;
  const answered = await patient.emitWithAck('answer-call', {
    to: doctorId,
    callId,
    answer: { type: 'answer', sdp: 'v=0' },
  });
  if (!answered.ok) throw new Error(`answer-call: ${answered.error.message}`);
  return callId;
}

async function stopAll(sockets: Socket[], stop: () => Promise<void>) {
  for (const socket of sockets) socket.close();
  await stop();
}
