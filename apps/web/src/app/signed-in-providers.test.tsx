import { SERVER_EVENTS } from '@health-connect/contract/declarations';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { beforeEach, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../test/appointments.js';
import { fakeApi } from '../../test/fake-api.js';
import { fakeDevices } from '../../test/fake-devices.js';
import { listenersOf, serverAnswers } from '../../test/fake-socket.js';
import { buildDoctor } from '../../test/people.js';
import { renderApp } from '../../test/render-app.js';
import { useSession } from '../lib/session.js';
import { SocketProvider } from '../lib/socket-context.js';
import { ConsultPage } from '../features/consults/consult-page.js';
import { SignedInProviders } from './signed-in-providers.js';

vi.mock('../lib/socket.js', () => import('../../test/fake-socket.js'));

function App() {
  const { session } = useSession();
  if (session.status !== 'signed-in') return null;
  return (
    <SignedInProviders>
      <Routes>
        <Route path="/consult/:appointmentId" element={<ConsultPage />} />
      </Routes>
    </SignedInProviders>
  );
}

beforeEach(() => {
  sessionStorage.clear();
  fakeDevices();
});

test('each thing that the server tells is heard in one place of the page, also in the middle of a consult', async () => {
  const appointment = buildAppointment('2026-11-24T16:00:00.000Z', { can: { join: true } });
  serverAnswers({
    'join-room': () => ({
      self: { peerId: 'd', name: 'Dr. Mereana Te Whatu', role: 'doctor' },
      waiting: false,
      peers: [],
      waitingPeers: [],
      doctorPresent: true,
    }),
  });
  fakeApi({
    'GET /api/auth/me': () => ({ data: buildDoctor() }),
    [`GET /api/appointments/${appointment._id}`]: () => ({ data: appointment }),
    'GET /api/rtc/ice-servers': () => ({ data: { iceServers: [], ttl: 600 } }),
  });
  const { user } = renderApp(
    <SocketProvider>
      <App />
    </SocketProvider>,
    { at: `/consult/${appointment._id}` },
  );
  await user.click(await screen.findByRole('button', { name: 'Join visit' }));
  await waitFor(() => expect(screen.getByRole('toolbar', { name: 'Controls' })).toBeDefined());

  const names = SERVER_EVENTS.map(({ declaration }) => declaration.name);
  expect(names.map((name) => [name, listenersOf(name)])).toEqual(names.map((name) => [name, 1]));
});
