import { expect, test, vi } from 'vitest';
import { call, codes, createCallTestApp, ringing } from '../../../test/calls.js';
import type { Env } from '../../env.js';

// Everywhere else in the tests limits are off.
vi.mock('../../env.js', async (load) => {
  const { env } = await load<{ env: Env }>();
  return { env: { ...env, rateLimit: true } };
});

const { app, pair } = createCallTestApp();

test('whoever rings and hangs up again and again is told to wait; after a minute it rings again', async () => {
  const { doctor, patient, doctorSocket, patientSocket } = await pair();
  app.clock.set(Date.now());
  for (let round = 0; round < 6; round += 1) {
    const callId = await ringing(doctorSocket, patient);
    await doctorSocket.request('call-end', { to: patient.id, callId });
  }
  expect(codes([await call(doctorSocket, patient)])).toEqual(['rate_limited']);
  // It is the caller who is slowed, not the pair.
  const back = await ringing(patientSocket, doctor);
  await patientSocket.request('call-end', { to: doctor.id, callId: back });
  app.clock.advanceMinutes(1.1);
  expect(codes([await call(doctorSocket, patient)])).toEqual(['ok']);
});
