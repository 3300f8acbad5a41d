import type { LiveConsult, WaitingPatient } from '@health-connect/contract/consults';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { fakeApi, nobodyIsSignedIn } from '../../../test/fake-api.js';
import { serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderApp } from '../../../test/render-app.js';
import { renderAs } from '../../../test/render-as.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import { Toaster } from '../../components/toaster.js';
import { languages } from '../../lib/language/language.js';
import { NotFoundPage } from '../not-found-page.js';
import { ErrorPage } from './error-page.js';
import { Layout } from './layout.js';
import { TitleAnnouncer } from './title-announcer.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));
vi.mock('../../media/play-sound.js', () => ({ playTestSound: vi.fn(() => Promise.resolve()) }));

const NOW = Date.parse('2026-11-24T21:10:00Z');
const waiting = (name: string): WaitingPatient => ({
  appointmentId: name,
  peerId: name,
  name,
  role: 'patient',
  since: '2026-11-24T21:02:00Z',
  patientId: name,
  avatar: '',
  startsAt: '2026-11-24T21:15:00Z',
  mode: 'video',
  doctorPresent: false,
});
const NAMES = [
  'Ana Silva',
  'Ben Tran',
  'Carla Lund',
  'Ngozi Eze',
  'Health-Connect',
  'Esc',
  'Tab',
  'Enter',
  '/nothing',
  '/broken',
  'alt+T',
];

function App() {
  return (
    <>
      <TitleAnnouncer />
      <Routes>
        <Route element={<Layout />}>
          <Route path="/broken" element={<ErrorPage error={new TypeError('x is not a function')} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
      <Toaster />
    </>
  );
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => void vi.useRealTimers());

test('the frame of a doctor follows the language at once: places, bars, menu, keys, titles and notices', async () => {
  const goingOn: LiveConsult = {
    appointmentId: 'visit',
    with: { _id: 'carla', name: 'Carla Lund', avatar: '' },
    startedAt: '2026-11-24T21:05:00Z',
    until: null,
  };
  serverAnswers({
    'waiting-watch': () => [waiting('Ana Silva'), waiting('Ben Tran'), waiting('Carla Lund')],
    'consults-watch': () => [goingOn],
  });
  const { user } = renderAs(buildDoctor(), <App />, { at: '/nothing' });
  await screen.findByRole('region', { name: 'Waiting room' });
  await screen.findByRole('region', { name: 'Live visit' });
  await screen.findByRole('heading', { name: 'Not found' });
  const at = new Date(NOW).toISOString();
  serverSays(
    'appointment-changed',
    buildAppointment('2026-11-24T18:00:00Z', {
      status: 'cancelled',
      history: [{ at, by: 'system', command: 'expire', from: 'pending', to: 'cancelled' }],
    }),
  );
  await screen.findByText(/^You did not answer the request/);
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keys' });
  expect(englishLeft(...NAMES).length).toBeGreaterThan(20);

  switchLanguage();
  expect(englishLeft(...NAMES, 'Dr. Mereana Te Whatu', 'mereana@example.org')).toEqual([]);
});

test('so does the account menu that is open', async () => {
  serverAnswers({});
  const { user } = renderAs(buildPatient(), <App />, { at: '/nothing' });
  await user.click(await screen.findByRole('button', { name: /Camila Ferreira/ }));
  await screen.findByRole('menuitem', { name: 'Sign out' });
  switchLanguage();
  // Languages are called what they call themselves.
  expect(
    englishLeft(...NAMES, 'Camila Ferreira', 'camila@example.org', ...languages().map(({ name }) => name)),
  ).toEqual([]);
});

test('so does a page that broke, for somebody who is not signed in', async () => {
  fakeApi(nobodyIsSignedIn);
  renderApp(<App />, { at: '/broken' });
  await screen.findByText('This page broke');
  await screen.findByRole('link', { name: 'Sign in' });
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});
