import { beforeAll, afterAll, afterEach } from 'vitest';
import { startCalls } from '../src/features/calls/service.js';
import { createTestApp, type TestUser } from './app.js';
import { buildAppointment } from './factories.js';
import type { TestSocket } from './socket.js';

export const offer = { type: 'offer' as const, sdp: 'v=0 offer' };
export const answer = { type: 'answer' as const, sdp: 'v=0 answer' };
export const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0' };

export const call = (socket: TestSocket, to: TestUser) => socket.request('call-user', { to: to.id, offer });

/** The call's id, or a failure with the server's refusal. */
export async function ringing(from: TestSocket, to: TestUser): Promise<string> {
  const reply = await call(from, to);
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
  return reply.data.callId;
}

export const codes = (replies: { ok: boolean; error?: { code: string } }[]) =>
  replies.map((reply) => (reply.ok ? 'ok' : reply.error?.code));

/** A test app in which calls live, and people to call each other in it. */
export function createCallTestApp() {
  const app = createTestApp();
  let stop: () => void;
  beforeAll(() => {
    stop = startCalls();
  });
  afterAll(() => stop());
  afterEach(() => app.clock.release());

  /** A doctor and a patient with an appointment, each on one device. */
  async function pair() {
    const { doctor, patient, id } = await buildAppointment();
    const [doctorSocket, patientSocket] = [
      await app.socket(doctor, { deviceId: 'doctor-laptop' }),
      await app.socket(patient, { deviceId: 'patient-phone' }),
    ];
    return { doctor, patient, doctorSocket, patientSocket, appointmentId: id };
  }

  return {
    app,
    pair,
    /** The doctor called, the patient accepted. */
    async talking() {
      const made = await pair();
      const callId = await ringing(made.doctorSocket, made.patient);
      await made.patientSocket.request('answer-call', { to: made.doctor.id, callId, answer });
      await made.doctorSocket.next('call-answered');
      return { ...made, callId };
    },
    historyOf: async (user: TestUser) => (await app.as(user).get('/api/calls')).body.data,
  };
}
