import { describe, expect, test } from 'vitest';
import { answer, candidate, codes, createCallTestApp, offer } from '../../../test/calls.js';
import { CallModel } from './model.js';
import { sweepGone } from './sweep.js';

const { app, historyOf, pair, talking } = createCallTestApp();
const stateOf = async (callId: string) => (await CallModel.findById(callId).lean())!;

describe('an accepted call', () => {
  test('is active once media flows, and lasts in the history of both', async () => {
    const { doctor, patient, doctorSocket, patientSocket, callId } = await talking();
    await Promise.all([doctorSocket, patientSocket].map((socket) => socket.request('call-connected', { callId })));
    expect((await stateOf(callId)).state).toBe('active');
    app.clock.set(Date.now() + 90_000);
    await patientSocket.request('call-end', { to: doctor.id, callId });
    expect(await doctorSocket.next('call-end')).toEqual({ callId, reason: 'completed' });
    for (const user of [doctor, patient]) {
      const [row] = await historyOf(user);
      expect(row).toMatchObject({ _id: callId, state: 'ended', reason: 'completed' });
      expect(row.durationSeconds).toBeGreaterThanOrEqual(89);
    }
    expect(codes([await doctorSocket.request('ice-candidate', { to: patient.id, callId, candidate })])).toEqual([
      'call_over',
    ]);
  });

  test('CALL-11: a device that lost the server and comes back is in its call again; nothing rings', async () => {
    const { patient, doctorSocket, patientSocket, callId } = await talking();
    patientSocket.close();
    expect(await doctorSocket.next('call-peer-state')).toEqual({ callId, connected: false });
    const back = await app.socket(patient, { deviceId: 'patient-phone' });
    expect(await doctorSocket.next('call-peer-state')).toEqual({ callId, connected: true });
    await doctorSocket.request('call-signal', { callId, description: offer });
    expect(await back.next('call-signal')).toEqual({ callId, description: offer });
    expect(back.heard('call-made')).toEqual([]);
    app.clock.set(Date.now() + 60_000);
    await sweepGone();
    expect((await stateOf(callId)).state).toBe('connecting');
  });

  test('CALL-13: a side that is gone for thirty seconds has left', async () => {
    const { doctorSocket, patientSocket, callId } = await talking();
    patientSocket.close();
    await doctorSocket.next('call-peer-state');
    app.clock.set(Date.now() + 31_000);
    await sweepGone();
    expect(await doctorSocket.next('call-end')).toEqual({ callId, reason: 'failed' });
  });

  test('CALL-16: signing out ends it', async () => {
    const { patient, doctorSocket, callId } = await talking();
    await app.as(patient).post('/api/auth/logout-everywhere');
    expect(await doctorSocket.next('call-end')).toMatchObject({ callId });
  });

  test('CALL-16: cancelling the appointment that it was about ends it', async () => {
    const { doctor, patient, doctorSocket, patientSocket, appointmentId } = await pair();
    await doctorSocket.request('call-user', { to: patient.id, offer, appointmentId });
    const { callId } = await patientSocket.next('call-made');
    await patientSocket.request('answer-call', { to: doctor.id, callId, answer });
    await app.as(doctor).put(`/api/appointments/${appointmentId}`).send({ status: 'cancelled' });
    expect(await patientSocket.next('call-end')).toMatchObject({ callId });
  });
});
