import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import { Link, Route, Routes, useNavigate } from 'react-router-dom';
import { expect, test, vi } from 'vitest';
import { fakeApi, nobodyIsSignedIn } from '../../../test/fake-api.js';
import { buildInbox, buildRow, DR_LEE } from '../../../test/messages.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderApp } from '../../../test/render-app.js';
import { renderAs } from '../../../test/render-as.js';
import { inboxQuery } from '../../resources/messages/queries.js';
import { useDocumentTitle } from '../../lib/use-document-title.js';
import { Layout } from './layout.js';
import { RouteFocus } from './route-focus.js';
import { TitleAnnouncer } from './title-announcer.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

function DoctorsPage() {
  useDocumentTitle('Doctors');
  return <Link to="/doctors/1">Dr. Te Whatu</Link>;
}

function DoctorPage() {
  useDocumentTitle('Dr. Te Whatu');
  const navigate = useNavigate();
  return <button onClick={() => void navigate(-1)}>Back</button>;
}

function News() {
  const client = useQueryClient();
  useEffect(() => {
    client.setQueryData(inboxQuery.queryKey, buildInbox([buildRow(DR_LEE, { unread: 3 })]));
  }, [client]);
  return null;
}

const app = (
  <>
    <RouteFocus />
    <TitleAnnouncer />
    <Routes>
      <Route element={<Layout />}>
        <Route path="/doctors" element={<DoctorsPage />} />
        <Route path="/doctors/1" element={<DoctorPage />} />
        <Route path="/appointments" element={<News />} />
      </Route>
    </Routes>
  </>
);

const places = () => screen.getAllByRole('listitem').map((item) => item.textContent);

test('a new page takes the focus and its name is read out', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(app, { at: '/doctors' });
  await user.click(screen.getByRole('link', { name: 'Dr. Te Whatu' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  expect(document.title).toBe('Dr. Te Whatu · Health-Connect');
  await waitFor(() => expect(document.querySelector('[aria-live=polite]')?.textContent).toBe(document.title));
});

test('going back returns to the link that was followed', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(app, { at: '/doctors' });
  await user.click(screen.getByRole('link', { name: 'Dr. Te Whatu' }));
  await user.click(await screen.findByRole('button', { name: 'Back' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Dr. Te Whatu'));
});

test('the first stop of the keyboard leads past the navigation', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(app, { at: '/doctors' });
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Skip to content');
});

test('a visitor sees the doctors and the way in, which leads back here', async () => {
  fakeApi(nobodyIsSignedIn);
  renderApp(app, { at: '/doctors/1' });
  const signIn = await screen.findByRole('link', { name: 'Sign in' });
  expect(signIn.getAttribute('href')).toBe('/sign-in?returnTo=%2Fdoctors%2F1');
  expect(places()).toEqual(['Doctors']);
  expect(screen.getByRole('link', { name: 'Doctors' }).getAttribute('aria-current')).toBe('page');
});

test('each role has its places', async () => {
  const { unmount } = renderAs(buildPatient(), app, { at: '/doctors' });
  await screen.findByRole('button', { name: /Camila Ferreira/ });
  expect(places()).toEqual(['Doctors', 'Appointments', 'Messages']);
  unmount();

  renderAs(buildDoctor(), app, { at: '/doctors' });
  await screen.findByRole('button', { name: /Mereana/ });
  expect(places()).toEqual(['Today', 'Appointments', 'Messages', 'Schedule']);
});

test('unread messages show on every page', async () => {
  renderAs(buildPatient(), app, { at: '/appointments' });
  expect(await screen.findByRole('link', { name: /Messages\s*3 unread/ })).toBeDefined();
});

test('the account menu opens with one press and signs out to the doctors', async () => {
  const answers = { 'POST /api/auth/logout': () => ({ data: null }) };
  const { user, address } = renderAs(buildDoctor(), app, { at: '/appointments', answers });
  await user.click(await screen.findByRole('button', { name: /Mereana/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await screen.findByRole('link', { name: 'Sign in' });
  await waitFor(() => expect(address()).toBe('/doctors'));
});

test('? shows the keys, but not while somebody writes', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(
    <>
      {app}
      <input aria-label="Words" />
    </>,
    { at: '/doctors' },
  );
  await screen.findByRole('link', { name: 'Dr. Te Whatu' });
  await user.type(screen.getByRole('textbox', { name: 'Words' }), '?');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(document.body);
  await user.keyboard('?');
  const keys = await screen.findByRole('dialog', { name: 'Keys' });
  expect(within(keys).getByText('Show these keys')).toBeDefined();
});
