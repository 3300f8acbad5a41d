import { describe, expect, test } from 'vitest';
import { answer, candidate, codes, createCallTestApp, offer, ringing } from '../../../test/calls.js';
import { buildDoctor } from '../../../test/factories.js';
import { CallModel, LIVE_STATES } from './model.js';

const { app, historyOf, pair } = createCallTestApp();
const stateOf = async (callId: string) => (await CallModel.findById(callId).lean())!;

describe('accepting and declining', () => {
  test('CALL-3: two devices accept at once: one has the call, the others stop, the loser stays out', async () => {
    const { doctor, patient, doctorSocket } = await pair();
    const [one, two, three] = await Promise.all(
      ['phone-one', 'phone-two', 'phone-three'].map((deviceId) => app.socket(patient, { deviceId })),
    );
    const callId = await ringing(doctorSocket, patient);
    const accepts = await Promise.all(
      [one!, two!].map((device) => device.request('answer-call', { to: doctor.id, callId, answer })),
    );
    expect(codes(accepts).sort()).toEqual(['call_over', 'ok']);
    const [winner, loser] = accepts[0]!.ok ? [one!, two!] : [two!, one!];
    for (const device of [loser, three!]) expect(await device.next('call-taken')).toEqual({ callId });
    expect(winner.heard('call-taken')).toEqual([]);

    const late = [
      await loser.request('answer-call', { to: doctor.id, callId, answer }),
      await loser.request('ice-candidate', { to: doctor.id, callId, candidate }),
      await loser.request('call-signal', { callId, description: offer }),
      await loser.request('call-end', { to: doctor.id, callId }),
    ];
    expect(codes(late)).toEqual(['call_over', 'call_over', 'call_over', 'call_over']);
    await winner.request('ice-candidate', { to: doctor.id, callId, candidate });
    expect(await doctorSocket.next('ice-candidate')).toEqual({ from: patient.id, callId, candidate });
    expect(doctorSocket.heard('call-answered')).toEqual([{ callId, answer }]);
  });

  test('CALL-4: declined on one device, all stop and the caller sees it', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    const tablet = await app.socket(patient, { deviceId: 'patient-tablet' });
    const callId = await ringing(doctorSocket, patient);
    await patientSocket.request('call-rejected', { to: doctor.id, callId });
    expect(await doctorSocket.next('call-rejected')).toEqual({ callId, reason: 'declined' });
    expect(await tablet.next('call-taken')).toEqual({ callId });
    expect(await historyOf(doctor)).toMatchObject([{ direction: 'outgoing', reason: 'declined', durationSeconds: 0 }]);
  });

  test('CALL-8: cancelled and accepted at once: whatever the order, both end alike and nobody rings on', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    for (let round = 0; round < 5; round++) {
      const callId = await ringing(doctorSocket, patient);
      const [, cancelled] = await Promise.all([
        patientSocket.request('answer-call', { to: doctor.id, callId, answer }),
        doctorSocket.request('call-end', { to: patient.id, callId, reason: 'cancelled' }),
      ]);
      expect(cancelled.ok).toBe(true);
      expect(await patientSocket.next('call-end')).toEqual({ callId, reason: 'cancelled' });
      expect(await stateOf(callId)).toMatchObject({ state: 'ended', reason: 'cancelled' });
    }
    expect(await CallModel.countDocuments({ participants: doctor._id, state: { $in: LIVE_STATES } })).toBe(0);
  });

  test('a stranger can neither answer, decline, end nor signal, and learns nothing', async () => {
    const { doctor, patient, doctorSocket } = await pair();
    const callId = await ringing(doctorSocket, patient);
    const stranger = await app.socket(await buildDoctor());
    const attempts = (id: string) =>
      Promise.all([
        stranger.request('answer-call', { to: doctor.id, callId: id, answer }),
        stranger.request('call-rejected', { to: doctor.id, callId: id }),
        stranger.request('call-end', { to: doctor.id, callId: id }),
        stranger.request('ice-candidate', { to: doctor.id, callId: id, candidate }),
        stranger.request('call-signal', { callId: id, description: offer }),
        stranger.request('call-connected', { callId: id }),
      ]);
    expect(await attempts(callId)).toEqual(await attempts('a'.repeat(24)));
    expect(new Set(codes(await attempts(callId)))).toEqual(new Set(['not_found']));
    expect((await stateOf(callId)).state).toBe('ringing');
  });
});
