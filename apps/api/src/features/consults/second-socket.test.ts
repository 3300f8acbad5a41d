import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment } from '../../../test/factories.js';
import type { AppSocket } from '../../realtime/types.js';
import { loseConnection } from './leave.js';
import { ConsultModel } from './model.js';

const app = createTestApp();

test('a device that came back on a second socket keeps its seat when the first one is found dead', async () => {
  const { id, patient } = await buildAppointment();
  const deviceId = 'patient-phone';
  const socket = await app.socket(patient, { deviceId });
  const joined = await socket.request('join-room', { appointmentId: id });
  if (!joined.ok) throw new Error(joined.error.message);
  const goneAt = async () => (await ConsultModel.findById(id).lean())!.seats.map((seat) => seat.goneAt);

  const user = { id: patient.id, role: 'patient', name: patient.name };
  const seat = { appointmentId: id, peerId: joined.data.self.peerId };
  const dead = { id: 'the-first-socket', data: { user, deviceId, seat } } as unknown as AppSocket;
  await loseConnection(dead, { isFinal: false });
  expect(await goneAt()).toEqual([null]);

  const alone = { ...dead, data: { ...dead.data, deviceId: 'patient-tablet' } } as unknown as AppSocket;
  await loseConnection(alone, { isFinal: false });
  expect(await goneAt()).toEqual([expect.any(Date)]);
});
