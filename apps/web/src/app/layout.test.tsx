import { screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { Link, Route, Routes, useNavigate } from 'react-router-dom';
import { expect, test } from 'vitest';
import { fakeApi, nobodyIsSignedIn } from '../../test/fake-api.js';
import { buildDoctor, buildPatient } from '../../test/people.js';
import { renderApp } from '../../test/render-app.js';
import { useLiveVisit } from '../lib/live-visit.js';
import { useUnread } from '../lib/unread.js';
import { useDocumentTitle } from '../lib/use-document-title.js';
import { Layout } from './layout.js';
import { RouteFocus } from './route-focus.js';
import { TitleAnnouncer } from './title-announcer.js';

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
  const { setUnreadTotal } = useUnread();
  const { setLiveVisit } = useLiveVisit();
  useEffect(() => {
    setUnreadTotal(3);
    setLiveVisit({
      userId: buildPatient()._id,
      path: '/consult/1',
      withName: 'Dr. Te Whatu',
      startedAt: new Date().toISOString(),
      until: new Date(Date.now() + 3_600_000).toISOString(),
      inside: false,
    });
  }, [setUnreadTotal, setLiveVisit]);
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
const signedInAs = (data: object) => fakeApi({ 'GET /api/auth/me': () => ({ data }) });

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
  signedInAs(buildPatient());
  const { unmount } = renderApp(app, { at: '/doctors' });
  await screen.findByRole('button', { name: /Camila Ferreira/ });
  expect(places()).toEqual(['Doctors', 'Appointments', 'Messages']);
  unmount();

  signedInAs(buildDoctor());
  renderApp(app, { at: '/doctors' });
  await screen.findByRole('button', { name: /Mereana/ });
  expect(places()).toEqual(['Today', 'Appointments', 'Messages', 'Schedule']);
});

test('unread messages and a live visit show on every page', async () => {
  signedInAs(buildPatient());
  renderApp(app, { at: '/appointments' });
  expect(await screen.findByRole('link', { name: /Messages\s*3 unread/ })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Return to visit' }).getAttribute('href')).toBe('/consult/1');
});

test('the account menu opens with one press and signs out to the doctors', async () => {
  fakeApi({ 'GET /api/auth/me': () => ({ data: buildDoctor() }), 'POST /api/auth/logout': () => ({ data: null }) });
  const { user, address } = renderApp(app, { at: '/appointments' });
  await user.click(await screen.findByRole('button', { name: /Mereana/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await screen.findByRole('link', { name: 'Sign in' });
  expect(address()).toBe('/doctors');
});
