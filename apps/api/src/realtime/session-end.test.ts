import { expect, test, vi } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildPatient } from '../../test/factories.js';
import { endAllSessions } from '../features/auth/service.js';
import type * as Authenticate from '../http/authenticate.js';

/** Runs between the handshake's look at the session and the socket's entry into its rooms. */
let meanwhile: (() => Promise<unknown>) | null = null;

vi.mock('../http/authenticate.js', async (original) => {
  const real = await original<typeof Authenticate>();
  return {
    ...real,
    sessionUser: async (token: string | undefined) => {
      const user = await real.sessionUser(token);
      const once = meanwhile;
      meanwhile = null;
      await once?.();
      return user;
    },
  };
});

const app = createTestApp();

test('SEC-5: a session that ends between the handshake and the rooms is noticed on connect', async () => {
  const patient = await buildPatient();
  meanwhile = () => endAllSessions({ id: patient.id, role: 'patient', name: patient.name, language: '' }, 'signed_out');
  const socket = await app.socket(patient);
  await socket.closed();
  expect(meanwhile).toBeNull();
  expect(socket.raw.connected).toBe(false);
});
