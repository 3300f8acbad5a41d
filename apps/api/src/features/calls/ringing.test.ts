import { describe, expect, test } from 'vitest';
import { answer, call, candidate, codes, createCallTestApp, offer, ringing } from '../../../test/calls.js';
import { buildAppointment, buildPatient } from '../../../test/factories.js';
import { CallModel } from './model.js';
import { sweepRinging } from './sweep.js';

const { app, historyOf, pair } = createCallTestApp();
const stateOf = async (callId: string) => (await CallModel.findById(callId).lean())!;
const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000);

describe('ringing', () => {
  test('CALL-1: every device of the callee rings, with who calls and until when', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    const tablet = await app.socket(patient, { deviceId: 'patient-tablet' });
    const callId = await ringing(doctorSocket, patient);
    for (const device of [patientSocket, tablet]) {
      expect(await device.next('call-made')).toMatchObject({ callId, from: doctor.id, fromName: doctor.name, offer });
    }
    expect(doctorSocket.heard('call-made')).toEqual([]);
  });

  test('CALL-1: no candidate of either side passes before the accept', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    const callId = await ringing(doctorSocket, patient);
    const early = [
      await doctorSocket.request('ice-candidate', { to: patient.id, callId, candidate }),
      await patientSocket.request('ice-candidate', { to: doctor.id, callId, candidate }),
      await doctorSocket.request('ice-candidate', { to: patient.id, candidate }),
      await doctorSocket.request('call-signal', { callId, description: offer }),
    ];
    expect(codes(early)).toEqual(['invalid_transition', 'invalid_transition', 'call_over', 'invalid_transition']);
    await patientSocket.request('answer-call', { to: doctor.id, callId, answer });
    await doctorSocket.next('call-answered');
    expect([...doctorSocket.heard('ice-candidate'), ...patientSocket.heard('ice-candidate')]).toEqual([]);
    expect((await stateOf(callId)).offer).toBeNull();
  });

  test('a device that opens while it rings rings too', async () => {
    const { patient, doctorSocket } = await pair();
    const callId = await ringing(doctorSocket, patient);
    const late = await app.socket(patient, { deviceId: 'patient-late' });
    expect(await late.next('call-made')).toMatchObject({ callId, offer });
  });

  test('CALL-2: a stranger, nobody and somebody offline are one answer; a stranger leaves no trace', async () => {
    const { doctor } = await buildAppointment();
    const offline = (await buildAppointment({ doctor, startsAt: inTwoHours() })).patient;
    const stranger = await buildPatient();
    const bell = await app.socket(stranger);
    const socket = await app.socket(doctor);
    const replies = [
      await call(socket, stranger),
      await call(socket, { id: 'a'.repeat(24), role: 'patient' }),
      await call(socket, doctor),
      await call(socket, offline),
    ];
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(codes(replies)[0]).toBe('unreachable');
    await bell.request('presence-watch', { userIds: [] });
    expect(bell.heard('call-made')).toEqual([]);
    expect([await historyOf(stranger), await historyOf(offline)]).toMatchObject([[], [{ reason: 'missed' }]]);
  });

  test("an appointment that is named must be the two's", async () => {
    const { patient, doctorSocket } = await pair();
    const foreign = await buildAppointment();
    const input = { to: patient.id, offer, appointmentId: foreign.id };
    expect(await doctorSocket.request('call-user', input)).toMatchObject({ error: { code: 'not_found' } });
  });

  test('CALL-7: nobody answers: it ends as missed although the caller has gone, and is there at the next login', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    const callId = await ringing(doctorSocket, patient);
    doctorSocket.close();
    app.clock.set(Date.now() + 44_000);
    await sweepRinging();
    expect((await stateOf(callId)).state).toBe('ringing');
    app.clock.set(Date.now() + 46_000);
    await Promise.all([sweepRinging(), sweepRinging()]);
    expect(await patientSocket.next('call-end')).toEqual({ callId, reason: 'missed' });
    expect(await historyOf(patient)).toMatchObject([
      {
        _id: callId,
        kind: 'call',
        direction: 'incoming',
        reason: 'missed',
        peer: { _id: doctor.id },
        answeredAt: null,
      },
    ]);
    expect(patientSocket.heard('call-end')).toEqual([]);
  });

  test('CALL-7: the caller who stayed hears that nobody answered; a late accept is refused', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    const callId = await ringing(doctorSocket, patient);
    app.clock.set(Date.now() + 46_000);
    const late = await patientSocket.request('answer-call', { to: doctor.id, callId, answer });
    expect(codes([late])).toEqual(['call_over']);
    await sweepRinging();
    expect(await doctorSocket.next('call-rejected')).toEqual({ callId, reason: 'no_answer' });
  });
});
