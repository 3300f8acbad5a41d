import { describe, expect, test } from 'vitest';
import { answer, call, candidate, codes, createCallTestApp, offer, ringing } from '../../../test/calls.js';
import { buildAppointment, buildPatient } from '../../../test/factories.js';
import { listenTo, startListening } from '../../lib/events.js';
import { CallModel, LIVE_STATES } from './model.js';

const { app, historyOf, pair, talking } = createCallTestApp();
const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000);

describe('both calling, and busy', () => {
  test.each([['the doctor first'], ['the patient first']])(
    'CALL-5: each calls the other, %s: it is one call',
    async (order) => {
      const { doctor, patient, doctorSocket, patientSocket } = await pair();
      const [first, second] = order.startsWith('the doctor')
        ? [
            { socket: doctorSocket, user: doctor },
            { socket: patientSocket, user: patient },
          ]
        : [
            { socket: patientSocket, user: patient },
            { socket: doctorSocket, user: doctor },
          ];
      const callId = await ringing(first.socket, second.user);
      const reply = await call(second.socket, first.user);
      expect(reply).toEqual({ ok: true, data: { callId, state: 'accepted', offer } });
      await second.socket.request('answer-call', { to: first.user.id, callId, answer });
      expect(await first.socket.next('call-answered')).toEqual({ callId, answer });
      await second.socket.request('ice-candidate', { to: first.user.id, callId, candidate });
      expect(await first.socket.next('ice-candidate')).toMatchObject({ callId });
      expect(await CallModel.countDocuments({ participants: doctor._id })).toBe(1);
    },
  );

  test('CALL-5: truly at once, ten times over: always one call, never busy', async () => {
    const { doctor, patient, doctorSocket, patientSocket } = await pair();
    for (let round = 0; round < 10; round++) {
      const replies = await Promise.all([call(doctorSocket, patient), call(patientSocket, doctor)]);
      const data = replies.map((reply) => (reply.ok ? reply.data : null));
      expect(data.map((one) => one?.state).sort()).toEqual(['accepted', 'ringing']);
      expect(data[0]!.callId).toBe(data[1]!.callId);
      await doctorSocket.request('call-end', { to: patient.id, callId: data[0]!.callId });
    }
  });

  test('CALL-6: who is in a call is busy: told at once, the call untouched, a note for later', async () => {
    const { doctor, doctorSocket, patientSocket, callId } = await talking();
    const third = (await buildAppointment({ doctor, startsAt: inTwoHours() })).patient;
    const socket = await app.socket(third);
    expect(codes([await call(socket, doctor)])).toEqual(['busy']);
    await doctorSocket.request('call-signal', { callId, description: offer });
    expect(await patientSocket.next('call-signal')).toEqual({ callId, description: offer });
    expect(doctorSocket.heard('call-made')).toEqual([]);
    const [note] = await historyOf(doctor);
    expect(note).toMatchObject({ direction: 'incoming', reason: 'missed', peer: { _id: third.id } });
    expect(await historyOf(third)).toMatchObject([{ direction: 'outgoing', reason: 'busy' }]);
  });

  test('CALL-6: the database itself refuses a second live call of one person', async () => {
    const { doctor, patient } = await talking();
    const third = await buildPatient();
    const second = CallModel.create({
      kind: 'call',
      callerId: third._id,
      calleeId: doctor._id,
      participants: [third._id, doctor._id],
      state: 'ringing',
      startedAt: new Date(),
    });
    await expect(second).rejects.toMatchObject({ code: 11000 });
    expect(await CallModel.countDocuments({ participants: patient._id, state: { $in: LIVE_STATES } })).toBe(1);
  });

  test('twenty callers at once: one rings, the others hear busy', async () => {
    const { doctor, doctorSocket } = await pair();
    const callers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const { patient } = await buildAppointment({
          doctor,
          startsAt: new Date(Date.now() + (index + 1) * 3_600_000),
        });
        return app.socket(patient);
      }),
    );
    const replies = await Promise.all(callers.map((socket) => call(socket, doctor)));
    expect(codes(replies).filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes(replies).filter((code) => code === 'busy')).toHaveLength(19);
    await doctorSocket.next('call-made');
    expect(doctorSocket.heard('call-made')).toEqual([]);
  });

  test('a call that never rang is one that ended, for who listens; no device hears of it', async () => {
    const { doctorSocket, patientSocket, patient } = await talking();
    const { doctor: third, patient: fourth } = await buildAppointment();
    await buildAppointment({ doctor: third, patient, startsAt: inTwoHours() });
    const ended: unknown[] = [];
    const stop = startListening([
      listenTo('call.ended', 'test', ({ reason, from }) => void ended.push([reason, from])),
    ]);
    const socket = await app.socket(third, { deviceId: 'third-laptop' });
    expect(codes([await call(socket, patient), await call(socket, fourth)])).toEqual(['busy', 'unreachable']);
    stop();
    expect(ended).toEqual([
      ['busy', null],
      ['unreachable', null],
    ]);
    // Whatever was sent to them came before this answer.
    for (const one of [socket, doctorSocket, patientSocket]) {
      await one.request('presence-watch', { userIds: [] });
      expect(one.heard('call-end')).toEqual([]);
    }
  });
});
